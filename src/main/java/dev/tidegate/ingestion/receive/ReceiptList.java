package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.Lane;
import dev.tidegate.ingestion.append.Batch;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * The receipts of what became durable, written straight from the books: a list of objects would
 * take more memory than the messages' bookkeeping.
 *
 * @param placeName what a message's number is called; empty to leave it out
 */
record ReceiptList(Batch.Outcome outcome, Texts texts, String placeName)
        implements JacksonSerializable {

    /** Makes a receipt's text. */
    interface Texts {
        String of(Lane lane, int partition, long offset);
    }

    void write(JsonGenerator out) {
        out.writeStartArray();
        outcome.forEach(
                (place, bytes, durable, lane, partition, offset, sha256) -> {
                    if (!durable) {
                        return;
                    }
                    out.writeStartObject();
                    if (!placeName.isEmpty()) {
                        out.writeNumberProperty(placeName, place);
                    }
                    out.writeStringProperty("receipt", texts.of(lane, partition, offset));
                    out.writeStringProperty("lane", lane.label());
                    out.writeNumberProperty("bytes", bytes);
                    out.writeName("sha256");
                    out.writeString(new String(sha256, StandardCharsets.US_ASCII));
                    out.writeEndObject();
                });
        out.writeEndArray();
    }

    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        write(out);
    }

    @Override
    public void serializeWithType(
            JsonGenerator out, SerializationContext context, TypeSerializer type) {
        write(out);
    }
}
