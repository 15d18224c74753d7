package dev.tidegate.console.deadletters;

import dev.tidegate.console.raw.RawText;
import dev.tidegate.operations.journal.DeadLetter;
import java.util.Optional;

/**
 * One dead letter.
 *
 * @param raw its message with the place marked; empty where the log no longer holds the bytes
 */
public record DeadLetterPage(DeadLetter letter, Optional<RawText> raw) {
    public static String message(DeadLetter letter) {
        return "/console/events/" + letter.receipt() + "#entry-" + letter.index();
    }
}
