package dev.tidegate.processing;

import dev.tidegate.processing.document.Printable;
import java.util.ArrayList;
import java.util.List;

/** What was read on over, kept short: the first few, and how many more. */
final class Findings {
    private static final int KEPT_MAX = 20;
    private static final int LENGTH_MAX = 200;

    private Findings() {}

    static List<String> joined(List<String> ofDocument, List<String> ofEvent) {
        if (ofDocument.isEmpty() && ofEvent.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(ofDocument);
        all.addAll(ofEvent);
        var kept = new ArrayList<String>();
        for (String finding : all.subList(0, Math.min(KEPT_MAX, all.size()))) {
            kept.add(Printable.text(finding, LENGTH_MAX));
        }
        if (all.size() > KEPT_MAX) {
            kept.add("and " + (all.size() - KEPT_MAX) + " more");
        }
        return List.copyOf(kept);
    }
}
