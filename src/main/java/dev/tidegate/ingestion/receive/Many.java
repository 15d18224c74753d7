package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.Receipts;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.ingestion.append.Batch;
import dev.tidegate.ingestion.append.Envelope;
import dev.tidegate.ingestion.append.MessageIds;
import dev.tidegate.ingestion.body.Body;
import dev.tidegate.ingestion.body.BodyProblems;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.ingestion.body.Lines;
import dev.tidegate.ingestion.body.Parts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body of many messages: lines or parts. It is answered when all are durable; when it can't be
 * taken in whole, the refusal tells which were.
 */
final class Many {
    private final IngestionSettings settings;
    private final Appender appender;
    private final Receipts receipts;
    private final Answers answers;
    private final DoorMetrics metrics;
    private final Body.Bounds bounds;

    Many(
            IngestionSettings settings,
            Appender appender,
            Receipts receipts,
            Answers answers,
            DoorMetrics metrics) {
        this.settings = settings;
        this.appender = appender;
        this.receipts = receipts;
        this.answers = answers;
        this.metrics = metrics;
        this.bounds =
                new Body.Bounds(
                        settings.uploadSizeMax().toBytes(),
                        settings.uploadTimeout(),
                        settings.inflationRatioMax(),
                        "Send the rest in another request.");
    }

    /** Reads and hands over until the end, or until the body or the door stops it. */
    private interface Reading {
        void run(Batch batch) throws BodyRefused;
    }

    void lines(Request request, HttpServletResponse response) throws BodyRefused, IOException {
        var lines =
                new Lines(
                        request.body(bounds),
                        request.pass(),
                        (int) settings.lineSizeMax().toBytes());
        var envelope = new Envelope(request.sending());
        var ids = new MessageIds(request.sending().messageId());
        take(
                request,
                response,
                "line",
                batch -> {
                    for (byte[] line = lines.next(); line != null; line = lines.next()) {
                        hand(request, batch, envelope, lines.number(), line, ids);
                    }
                });
    }

    void parts(Request request, HttpServletResponse response) throws BodyRefused, IOException {
        var parts =
                new Parts(
                        request.sending().contentType(),
                        request.body(bounds),
                        request.pass(),
                        (int) settings.messageSizeMax().toBytes());
        var ids = new MessageIds(request.sending().messageId());
        take(
                request,
                response,
                "part",
                batch -> {
                    long number = 0;
                    for (var part = parts.next(); part != null; part = parts.next()) {
                        number++;
                        hand(
                                request,
                                batch,
                                envelope(request, part),
                                number,
                                part.bytes(),
                                own(part, ids));
                    }
                });
    }

    private static Envelope envelope(Request request, Parts.Part part) throws BodyRefused {
        var type = part.headers().getOrDefault("content-type", "application/octet-stream");
        return new Envelope(
                request.sending().as(Request.usable("Content-Type", type), Optional.empty()));
    }

    private static MessageIds own(Parts.Part part, MessageIds otherwise) throws BodyRefused {
        var id = part.headers().get("message-id");
        return id == null ? otherwise : MessageIds.exactly(Request.usable("Message-Id", id));
    }

    private void hand(
            Request request,
            Batch batch,
            Envelope envelope,
            long place,
            byte[] bytes,
            MessageIds ids)
            throws BodyRefused {
        if (bytes.length == 0) {
            throw new BodyRefused(ReceiveProblems.emptyBody());
        }
        if (batch.count() >= settings.linesMax()) {
            throw new BodyRefused(ReceiveProblems.tooManyMessages(settings.linesMax()));
        }
        if (!batch.hasRoom()) {
            throw new BodyRefused(BodyProblems.noMemory());
        }
        var lane =
                switch (request.pass().judge()) {
                    case EXPRESS -> Lane.EXPRESS;
                    case SURGE -> Lane.SURGE;
                    case REFUSED -> throw new BodyRefused(ReceiveProblems.backlogFull());
                };
        if (!batch.add(envelope, lane, place, bytes, ids.of(place))) {
            throw new BodyRefused(ReceiveProblems.logUnavailable());
        }
    }

    private void take(
            Request request, HttpServletResponse response, String placeName, Reading reading)
            throws BodyRefused, IOException {
        var batch = new Batch(appender, request.pass(), settings.ackTimeout());
        BodyRefused stopped = null;
        try {
            reading.run(batch);
        } catch (BodyRefused e) {
            stopped = e;
        }
        var outcome = batch.finish();
        var writer = receipts.writer(request.sending().tenant());
        count(outcome);
        if (stopped == null && outcome.durable()) {
            if (batch.count() == 0) {
                throw new BodyRefused(ReceiveProblems.emptyBody());
            }
            answers.many(response, outcome, writer::text);
            return;
        }
        throw partly(outcome, stopped, new ReceiptList(outcome, writer::text, placeName));
    }

    private static BodyRefused partly(
            Batch.Outcome outcome, @Nullable BodyRefused stopped, ReceiptList kept) {
        var problem = stopped == null ? ReceiveProblems.logUnavailable() : stopped.problem();
        var places = new NotKept(kept.placeName());
        outcome.forEach(
                (place, bytes, durable, lane, partition, offset, sha256) ->
                        places.add(place, durable));
        return new BodyRefused(
                problem.at(places.with(problem.errors(), stopped == null))
                        .with("accepted", places.kept())
                        .with("receipts", kept));
    }

    private void count(Batch.Outcome outcome) {
        var counts = new long[Lane.values().length];
        var sizes = new long[Lane.values().length];
        outcome.forEach(
                (place, bytes, durable, lane, partition, offset, sha256) -> {
                    if (durable) {
                        counts[lane.ordinal()]++;
                        sizes[lane.ordinal()] += bytes;
                    }
                });
        for (Lane lane : Lane.values()) {
            metrics.accepted(lane, counts[lane.ordinal()], sizes[lane.ordinal()]);
        }
    }
}
