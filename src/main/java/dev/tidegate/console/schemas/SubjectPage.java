package dev.tidegate.console.schemas;

import dev.tidegate.console.frame.LineDifference;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.governance.registry.FieldChange;
import dev.tidegate.governance.registry.RegistryDesk;
import java.util.List;

/** One subject, and two of its versions held against each other. */
public record SubjectPage(RegistryDesk.View view) {
    public List<LineDifference> lines() {
        var compared = view.comparison();
        return LineDifference.between(compared.textBefore(), compared.textAfter());
    }

    public boolean same() {
        return view.comparison().textBefore().equals(view.comparison().textAfter());
    }

    public static Pill verdict(List<String> reasons, String who) {
        return reasons.isEmpty()
                ? new Pill(who + " can", "good", "applied")
                : new Pill(who + " can't", "bad", "dead");
    }

    public static Pill kind(FieldChange change) {
        return switch (change.kind()) {
            case "added" -> new Pill("added", "good", "applied");
            case "removed" -> new Pill("removed", "bad", "dead");
            default -> new Pill("changed", "warn", "warning");
        };
    }
}
