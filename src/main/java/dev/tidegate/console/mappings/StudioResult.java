package dev.tidegate.console.mappings;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.governance.source.MappingCases;
import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.web.JsonDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an expression makes of the sample and of the golden cases.
 *
 * @param fault why it is no expression
 * @param more events that aren't shown
 */
public record StudioResult(
        Optional<String> fault,
        List<MappingCheck.Finding> lint,
        MarkedRaw raw,
        List<Canonical> events,
        int more,
        List<MappingCases.Tried> cases) {
    private static final int EVENTS_MAX = 25;

    static StudioResult of(
            byte[] sample,
            MappingStudio.Attempt attempt,
            List<MappingCheck.Finding> lint,
            List<MappingCases.Tried> cases) {
        var numbers = new MarkedRaw.Numbers();
        var events = new ArrayList<Canonical>();
        int shown = Math.min(attempt.events().size(), EVENTS_MAX);
        for (int i = 0; i < shown; i++) {
            List<FieldOrigin> origins =
                    i < attempt.origins().size() ? attempt.origins().get(i) : List.of();
            events.add(Canonical.of(attempt.events().get(i), origins, numbers));
        }
        return new StudioResult(
                Optional.empty(),
                lint,
                MarkedRaw.of(sample, numbers),
                events,
                attempt.events().size() - shown,
                cases);
    }

    static StudioResult faulty(byte[] sample, String fault) {
        return new StudioResult(
                Optional.of(fault),
                List.of(),
                MarkedRaw.of(sample, new MarkedRaw.Numbers()),
                List.of(),
                0,
                List.of());
    }

    public long passed() {
        return cases.stream().filter(MappingCases.Tried::passed).count();
    }

    public static String shown(@Nullable JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }

    public static String place(JsonDifference difference) {
        return difference.pointer().isEmpty() ? "/" : difference.pointer();
    }
}
