package dev.tidegate.console.sources;

import dev.tidegate.governance.drift.BlastRadius;
import dev.tidegate.governance.drift.Finding;
import java.util.Optional;

/**
 * One finding.
 *
 * @param done what was just done about it
 */
public record FindingPage(Finding finding, BlastRadius.Told touched, Optional<String> done) {

    public static String message(Finding.Example example) {
        return "/console/events/" + example.receipt();
    }

    public String letters() {
        return "/console/dead-letters?class=schema_drift&code="
                + finding.kind()
                + "&source="
                + finding.source();
    }
}
