package dev.tidegate.console.deadletters;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.DeadLetter;
import dev.tidegate.platform.web.Page;
import java.util.Arrays;
import java.util.List;

/**
 * Dead letters.
 *
 * @param groups those that probably have one cause; empty once one group is chosen
 */
public record DeadLettersPage(
        Asked asked, List<DeadLetter.Group> groups, Page<DeadLetter> letters) {
    public static final List<String> STATES =
            List.of("open", "reprocessing", "resolved", "discarded");

    public static List<String> classes() {
        return Arrays.stream(FailureClass.values()).map(FailureClass::label).toList();
    }

    public static Pill fate(DeadLetter letter) {
        return Pill.of(Fate.of(letter.fate()));
    }

    public static Pill state(DeadLetter letter) {
        return switch (letter.state()) {
            case "open" -> new Pill("open", "warn", "open");
            case "reprocessing" -> new Pill("reprocessing", "wait", "pending");
            case "resolved" -> new Pill("resolved", "good", "applied");
            default -> new Pill(letter.state(), "", "dead");
        };
    }

    public static String link(DeadLetter letter) {
        return "/console/dead-letters/" + letter.id();
    }

    public static String link(DeadLetter.Group group) {
        return "/console/dead-letters?class="
                + group.failureClass()
                + "&code="
                + group.code()
                + "&source="
                + group.source();
    }
}
