package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.Receipts;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.append.Appender;
import dev.tidegate.ingestion.append.Envelope;
import dev.tidegate.ingestion.append.LogUnavailable;
import dev.tidegate.ingestion.append.Sha256;
import dev.tidegate.ingestion.body.Body;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.ingestion.body.Whole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A body that is one message. */
final class Single {
    private final Appender appender;
    private final Receipts receipts;
    private final Answers answers;
    private final DoorMetrics metrics;
    private final Body.Bounds bounds;

    Single(
            IngestionSettings settings,
            Appender appender,
            Receipts receipts,
            Answers answers,
            DoorMetrics metrics) {
        this.appender = appender;
        this.receipts = receipts;
        this.answers = answers;
        this.metrics = metrics;
        this.bounds =
                new Body.Bounds(
                        settings.messageSizeMax().toBytes(),
                        settings.bodyTimeout(),
                        settings.inflationRatioMax(),
                        "Send many messages as application/x-ndjson, and large tables as text/csv.");
    }

    void take(Request request, HttpServletResponse response) throws BodyRefused, IOException {
        append(read(request), request, response);
    }

    void append(byte[] bytes, Request request, HttpServletResponse response)
            throws BodyRefused, IOException {
        var kept = keep(bytes, request);
        answers.one(response, kept.receipt(), kept.lane(), bytes.length, kept.sha256());
    }

    /** A message that is durable. */
    record Kept(String receipt, Lane lane, String sha256) {}

    byte[] read(Request request) throws BodyRefused, IOException {
        return Whole.read(request.body(bounds), request.pass());
    }

    Kept keep(byte[] bytes, Request request) throws BodyRefused {
        if (bytes.length == 0) {
            throw new BodyRefused(ReceiveProblems.emptyBody());
        }
        var lane =
                switch (request.pass().judge()) {
                    case EXPRESS -> Lane.EXPRESS;
                    case SURGE -> Lane.SURGE;
                    case REFUSED -> throw new BodyRefused(ReceiveProblems.backlogFull());
                };
        var sending = request.sending();
        var sha256 = new Sha256().hex(bytes);
        try {
            var at = appender.one(new Envelope(sending), sending.messageId(), lane, bytes, sha256);
            metrics.accepted(lane, 1, bytes.length);
            return new Kept(
                    receipts.writer(sending.tenant()).text(lane, at.partition(), at.offset()),
                    lane,
                    new String(sha256, StandardCharsets.US_ASCII));
        } catch (LogUnavailable e) {
            throw new BodyRefused(ReceiveProblems.logUnavailable());
        }
    }
}
