package dev.tidegate.operations.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.contract.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a message and what became of it. Of an entry that is neither dead nor parked, {@code
 * failureClass} to {@code deadLetter} are null.
 *
 * @param receipt of the message it came from
 * @param index of the entry in its message, from 0
 * @param ref place in the original, such as {@code 000000905/1/0001}, {@code row:17}
 * @param place exact place of what is wrong
 * @param deadLetter id of the dead letter
 * @param attempt how often the bytes were read again by hand
 * @param event its address; a large file has several, each with indexes of its own
 */
public record JournalEntry(
        String receipt,
        int index,
        String ref,
        String type,
        String source,
        String key,
        String fate,
        @JsonProperty("class") @Nullable String failureClass,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String place,
        @Nullable String nextStep,
        @Nullable String deadLetter,
        String mapping,
        long version,
        int attempt,
        Instant acceptedAt,
        Instant appliedAt,
        @JsonIgnore EventId event) {

    JournalEntry at(String wholeReceipt, int wholeIndex) {
        return new JournalEntry(
                wholeReceipt,
                wholeIndex,
                ref,
                type,
                source,
                key,
                fate,
                failureClass,
                code,
                reason,
                place,
                nextStep,
                deadLetter,
                mapping,
                version,
                attempt,
                acceptedAt,
                appliedAt,
                event);
    }
}
