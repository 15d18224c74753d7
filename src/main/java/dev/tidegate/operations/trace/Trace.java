package dev.tidegate.operations.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.operations.inventory.LedgerEntry;
import dev.tidegate.operations.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message from its bytes to what it brought about.
 *
 * @param raw its parts as they stand in the log; one, but for a large file
 * @param next where there are more entries: the cursor that goes on
 */
public record Trace(String receipt, List<Raw> raw, List<Entry> entries, @Nullable String next) {
    /**
     * Bytes as they came.
     *
     * @param address lane, partition and offset
     * @param sha256 lower-case hexadecimal
     * @param principal who sent it
     * @param traceId of the request that brought it; empty where none was told
     */
    public record Raw(
            String address,
            long bytes,
            String sha256,
            String contentType,
            @Nullable String messageId,
            String source,
            String principal,
            String traceId,
            Instant acceptedAt) {}

    /**
     * One entry of the message.
     *
     * @param mapping name and version under which it was read
     * @param canonical read again under that version; null where that version is gone
     * @param effect its journal entry; null while it is pending
     * @param ledger what it moved
     * @param touched what it changed
     * @param facts that told of it
     * @param deliveries of these facts to partners
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            int index,
            String ref,
            String mapping,
            @Nullable Canonical canonical,
            @Nullable JournalEntry effect,
            List<LedgerEntry> ledger,
            List<Touched> touched,
            List<FactOf> facts,
            List<JsonNode> deliveries) {}

    /**
     * The canonical event.
     *
     * @param findings what was read on over rather than refused
     * @param same whether reading it again gave what was applied; it always should
     */
    public record Canonical(
            String type,
            String key,
            String orderingKey,
            long version,
            UUID dedupe,
            UUID content,
            List<String> findings,
            boolean same,
            JsonNode body) {}

    /**
     * @param href where it can be read
     */
    public record Touched(String kind, String name, String href) {}

    /**
     * @param id of the CloudEvent; null for a balance, whose facts are numbered by its own version
     * @param subject what it speaks of
     */
    public record FactOf(@Nullable String id, String type, String subject) {}
}
