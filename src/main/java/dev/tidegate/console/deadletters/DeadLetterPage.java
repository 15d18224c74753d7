package dev.tidegate.console.deadletters;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.console.raw.RawText;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.DeadLetter;
import dev.tidegate.operations.journal.DeadLetterDesk;
import java.util.List;
import java.util.Optional;

/**
 * One dead letter.
 *
 * @param foreseen what reading it again would give; absent until asked for
 * @param done what was just done about it
 * @param raw its message with the place marked; empty where the log no longer holds the bytes
 */
public record DeadLetterPage(
        DeadLetter letter,
        Optional<RawText> raw,
        Optional<List<DeadLetterDesk.Foreseen>> foreseen,
        Optional<String> done) {
    /** Whether something can still be done about it. */
    public boolean actionable() {
        return letter.state().equals("open") || letter.state().equals("reprocessing");
    }

    public static Pill fate(DeadLetterDesk.Foreseen foreseen) {
        return Pill.of(Fate.of(foreseen.fate()));
    }

    public static String message(DeadLetter letter) {
        return "/console/events/" + letter.receipt() + "#entry-" + letter.index();
    }
}
