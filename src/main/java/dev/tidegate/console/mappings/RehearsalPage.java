package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Pill;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rehearsal under way or done.
 *
 * @param address where to look again
 * @param messages read both ways so far
 * @param refusal why there is no report
 */
public record RehearsalPage(
        String address, long messages, Optional<JsonNode> report, Optional<String> refusal) {
    /** Kinds of change in the order of their weight. */
    private static final List<String> KINDS =
            List.of("broken", "removed", "changed", "added", "fixed", "same");

    public boolean done() {
        return report.isPresent() || refusal.isPresent();
    }

    public static List<String> kinds() {
        return KINDS;
    }

    public static long count(JsonNode entries, String kind) {
        return entries.path(kind).asLong(0);
    }

    /** Entries that would not be the same. */
    public static long changes(JsonNode report) {
        return KINDS.stream()
                .filter(kind -> !kind.equals("same"))
                .mapToLong(kind -> count(report.path("entries"), kind))
                .sum();
    }

    public static Pill pill(String kind) {
        return switch (kind) {
            case "broken", "removed" -> new Pill(kind, "bad", "dead");
            case "changed", "added" -> new Pill(kind, "warn", "warning");
            case "fixed" -> new Pill(kind, "good", "applied");
            default -> new Pill(kind, "", "duplicate");
        };
    }

    public static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                ? "nothing"
                : value.isValueNode() ? value.asString() : value.toString();
    }
}
