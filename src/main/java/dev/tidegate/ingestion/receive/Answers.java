package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.ingestion.admission.Pass;
import dev.tidegate.ingestion.append.Batch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Receipts, written as JSON. */
final class Answers {
    private static final int ACCEPTED = 202;

    private final JsonMapper json;
    private final String policy;

    Answers(JsonMapper json, IngestionSettings settings) {
        this.json = json;
        this.policy = "\"express\";q=" + settings.expressRate() + ";w=1";
    }

    /** What the express lane has left; above it messages go to the surge lane. */
    void limits(HttpServletResponse response, Pass pass) {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", "\"express\";r=" + pass.expressLeft() + ";t=1");
    }

    void one(HttpServletResponse response, String receipt, Lane lane, long bytes, String sha256)
            throws IOException {
        response.setStatus(ACCEPTED);
        response.setContentType("application/json");
        var body =
                "{\"receipt\":\"%s\",\"lane\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
                        .formatted(receipt, lane.label(), bytes, sha256)
                        .getBytes(StandardCharsets.US_ASCII);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    void many(HttpServletResponse response, Batch.Outcome outcome, ReceiptList.Texts texts)
            throws IOException {
        response.setStatus(ACCEPTED);
        response.setContentType("application/json");
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeName("receipts");
            new ReceiptList(outcome, texts, "").write(out);
            out.writeEndObject();
        }
    }
}
