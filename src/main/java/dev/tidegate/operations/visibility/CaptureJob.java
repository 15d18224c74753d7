package dev.tidegate.operations.visibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.journal.ReceiptStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a captured document (GS1 EPCIS 2.0, EPCISCaptureJob).
 *
 * @param captureId the receipt
 * @param createdAt when it became durable; null while nothing of it is applied
 * @param finishedAt null while it is running
 * @param running while an event of it has no fate yet
 * @param success when it is finished and no event of it is dead or parked
 * @param errors why events are dead or parked, the first hundred
 * @param events how many events met each fate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaptureJob(
        @JsonProperty("captureID") String captureId,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("finishedAt") @Nullable Instant finishedAt,
        @JsonProperty("running") boolean running,
        @JsonProperty("success") boolean success,
        @JsonProperty("errors") List<Error> errors,
        @JsonProperty("events") Map<String, Long> events) {
    private static final int ERRORS_MAX = 100;
    private static final List<String> BAD = List.of(Fate.DEAD.label(), Fate.PARKED.label());

    /**
     * As a problem (RFC 9457).
     *
     * @param title the stable code
     * @param instance the event's place in the document
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String instance,
            @Nullable String place) {
        private static final int BAD_REQUEST = 400;

        static Error of(JournalEntry entry) {
            return new Error(
                    "epcisException:ValidationException",
                    String.valueOf(entry.code()),
                    BAD_REQUEST,
                    entry.reason(),
                    entry.ref(),
                    entry.place());
        }
    }

    static CaptureJob of(ReceiptStatus status) {
        boolean running = !status.state().equals(ReceiptStatus.DONE);
        var entries = status.events();
        return new CaptureJob(
                status.receipt(),
                entries.isEmpty() ? null : entries.getFirst().acceptedAt(),
                running
                        ? null
                        : entries.stream()
                                .map(JournalEntry::appliedAt)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                running,
                !running && BAD.stream().noneMatch(status.fates()::containsKey),
                entries.stream()
                        .filter(entry -> BAD.contains(entry.fate()))
                        .limit(ERRORS_MAX)
                        .map(Error::of)
                        .toList(),
                status.fates());
    }
}
