package dev.tidegate.operations.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param state {@code done} when every entry of every part has a fate, else {@code pending}
 * @param entries how many entries there are, null while that is not known of every part
 * @param fates how many entries met each fate
 * @param events the entries in their order
 * @param next where there are more entries than fit: the cursor that goes on
 */
public record ReceiptStatus(
        String receipt,
        String state,
        @Nullable Long entries,
        Map<String, Long> fates,
        List<JournalEntry> events,
        @Nullable String next) {
    public static final String DONE = "done";
    static final String PENDING = "pending";
}
