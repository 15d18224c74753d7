package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawHeaders;
import dev.tidegate.contract.Receipt;
import dev.tidegate.contract.Receipts;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.ingestion.append.Batch;
import dev.tidegate.ingestion.append.Envelope;
import dev.tidegate.ingestion.append.MessageIds;
import dev.tidegate.ingestion.append.Sha256;
import dev.tidegate.ingestion.body.Body;
import dev.tidegate.ingestion.body.BodyProblems;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.ingestion.body.Cutter;
import dev.tidegate.platform.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A body that is a file of records: one message when it is small, chunks of one receipt else. */
final class Uploads {
    private final IngestionSettings settings;
    private final Appender appender;
    private final Receipts receipts;
    private final Answers answers;
    private final DoorMetrics metrics;
    private final Single single;
    private final Ids ids;
    private final Body.Bounds bounds;

    Uploads(
            IngestionSettings settings,
            Appender appender,
            Receipts receipts,
            Answers answers,
            DoorMetrics metrics,
            Single single,
            Ids ids) {
        this.settings = settings;
        this.appender = appender;
        this.receipts = receipts;
        this.answers = answers;
        this.metrics = metrics;
        this.single = single;
        this.ids = ids;
        this.bounds =
                new Body.Bounds(
                        settings.uploadSizeMax().toBytes(),
                        settings.uploadTimeout(),
                        settings.inflationRatioMax(),
                        "Cut the file in two, each with its header row.");
    }

    /** What has gone to the log of one file. */
    private static final class Progress {
        private final MessageDigest digest = Sha256.start();
        private long bytes;
        private long chunks;
    }

    /** False for what has no records to cut at, of which nothing was read. */
    boolean take(Request request, HttpServletResponse response) throws BodyRefused, IOException {
        if (!Cutter.cuts(request.source(), request.sending().contentType())) {
            return false;
        }
        var cutter =
                Cutter.of(
                        request.source(),
                        request.sending().contentType(),
                        request.body(bounds),
                        request.pass(),
                        (int) settings.chunkSize().toBytes(),
                        (int) settings.messageSizeMax().toBytes());
        var first = cutter.next();
        if (first == null || first.whole()) {
            single.append(first == null ? new byte[0] : first.bytes(), request, response);
        } else {
            upload(request, response, cutter, first);
        }
        return true;
    }

    private void upload(
            Request request, HttpServletResponse response, Cutter cutter, Cutter.Piece first)
            throws BodyRefused, IOException {
        var lane =
                switch (request.pass().judge()) {
                    case EXPRESS -> Lane.EXPRESS;
                    case SURGE -> Lane.SURGE;
                    case REFUSED -> throw new BodyRefused(ReceiveProblems.backlogFull());
                };
        var batch = new Batch(appender, request.pass(), settings.ackTimeout());
        var progress = new Progress();
        Optional<BodyRefused> stopped = Optional.empty();
        try {
            hand(request, cutter, first, lane, batch, progress);
        } catch (BodyRefused e) {
            stopped = Optional.of(e);
        }
        var kept = receipt(batch.finish());
        metrics.accepted(lane, kept.map(all -> all.addresses().size()).orElse(0), progress.bytes);
        boolean whole = kept.isPresent() && kept.get().addresses().size() == progress.chunks;
        if (stopped.isPresent() || !whole) {
            throw partly(request, stopped, kept);
        }
        answers.one(
                response,
                receipts.text(request.sending().tenant(), kept.get()),
                lane,
                progress.bytes,
                new String(Sha256.hex(progress.digest.digest(), 0), StandardCharsets.US_ASCII));
    }

    private void hand(
            Request request,
            Cutter cutter,
            Cutter.Piece first,
            Lane lane,
            Batch batch,
            Progress progress)
            throws BodyRefused {
        var envelope = new Envelope(request.sending());
        var named = request.sending().messageId().map(MessageIds::exactly);
        var upload = ids.next().toString();
        for (var piece = first; piece != null; piece = cutter.next()) {
            if (!batch.hasRoom()) {
                throw new BodyRefused(BodyProblems.noMemory());
            }
            var own = own(upload, progress.chunks, piece);
            named.ifPresent(id -> own.addAll(id.of(0)));
            if (!batch.add(envelope, lane, progress.chunks, piece.bytes(), own)) {
                throw new BodyRefused(ReceiveProblems.logUnavailable());
            }
            progress.digest.update(piece.bytes());
            progress.bytes += piece.bytes().length;
            progress.chunks++;
        }
    }

    private static List<Header> own(String upload, long number, Cutter.Piece piece) {
        var own = new ArrayList<Header>();
        own.add(header(RawHeaders.UPLOAD, upload));
        own.add(header(RawHeaders.CHUNK, String.valueOf(number)));
        if (piece.last()) {
            own.add(header(RawHeaders.LAST_CHUNK, "true"));
        }
        if (piece.recordsBefore() > 0) {
            own.add(header(RawHeaders.RECORDS_BEFORE, String.valueOf(piece.recordsBefore())));
        }
        if (piece.preamble().length > 0) {
            own.add(new RecordHeader(RawHeaders.PREAMBLE, piece.preamble()));
        }
        return own;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the chunks that are durable, in order; empty when there are none. */
    private static Optional<Receipt> receipt(Batch.Outcome outcome) {
        var addresses = new ArrayList<RawAddress>();
        outcome.forEach(
                (place, bytes, durable, lane, partition, offset, sha256) -> {
                    if (durable) {
                        addresses.add(new RawAddress(lane, partition, offset));
                    }
                });
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new Receipt(addresses));
    }

    /** Whole rows that came before the trouble are in the log: their receipt is told. */
    private BodyRefused partly(
            Request request, Optional<BodyRefused> stopped, Optional<Receipt> kept) {
        var problem = stopped.map(BodyRefused::problem).orElseGet(ReceiveProblems::logUnavailable);
        if (kept.isEmpty()) {
            return new BodyRefused(problem);
        }
        return new BodyRefused(
                problem.with("receipt", receipts.text(request.sending().tenant(), kept.get())));
    }
}
