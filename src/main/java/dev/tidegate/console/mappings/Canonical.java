package dev.tidegate.console.mappings;

import dev.tidegate.contract.FieldOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An event as a mapping made it, a line a field.
 *
 * @param dead what is wrong, of a dead letter
 */
public record Canonical(
        String type,
        String key,
        String ref,
        List<String> findings,
        boolean dead,
        List<Line> lines) {
    /**
     * @param indent levels that it stands in
     * @param name of the member, or of what begins or ends here
     * @param value of a field; empty on lines without one
     * @param pointer of a field
     * @param places numbers of the places in the raw that it came from
     * @param told these places in words
     */
    public record Line(
            int indent, String name, String value, String pointer, String places, String told) {
        public boolean isField() {
            return !pointer.isEmpty();
        }

        /** An empty text shows its quotes: a button needs something to press. */
        public String shown() {
            return value.isEmpty() ? "\"\"" : value;
        }

        public String blanks() {
            return "  ".repeat(indent);
        }
    }

    static Canonical of(JsonNode event, List<FieldOrigin> origins, MarkedRaw.Numbers numbers) {
        var byPointer = new HashMap<String, FieldOrigin>();
        origins.forEach(origin -> byPointer.put(origin.pointer(), origin));
        var lines = new Lines(byPointer, numbers);
        event.path("body")
                .properties()
                .forEach(
                        member ->
                                lines.add(
                                        0,
                                        member.getKey(),
                                        "/" + member.getKey(),
                                        member.getValue()));
        var findings = new ArrayList<String>();
        event.path("findings").forEach(finding -> findings.add(finding.asString()));
        return new Canonical(
                event.path("type").asString("").replace('_', ' '),
                event.path("key").asString(""),
                event.path("ref").asString(""),
                findings,
                event.path("type").asString("").equals("dead_letter"),
                lines.lines);
    }

    private static final class Lines {
        private final Map<String, FieldOrigin> origins;
        private final MarkedRaw.Numbers numbers;
        private final List<Line> lines = new ArrayList<>();

        Lines(Map<String, FieldOrigin> origins, MarkedRaw.Numbers numbers) {
            this.origins = origins;
            this.numbers = numbers;
        }

        void add(int indent, String name, String pointer, JsonNode node) {
            if (!node.isContainer()) {
                lines.add(field(indent, name, pointer, node));
                return;
            }
            lines.add(new Line(indent, name, "", "", "", ""));
            if (node.isObject()) {
                node.properties()
                        .forEach(
                                member ->
                                        add(
                                                indent + 1,
                                                member.getKey(),
                                                pointer + "/" + member.getKey(),
                                                member.getValue()));
            } else {
                for (int i = 0; i < node.size(); i++) {
                    add(indent + 1, String.valueOf(i), pointer + "/" + i, node.get(i));
                }
            }
        }

        private Line field(int indent, String name, String pointer, JsonNode value) {
            var origin = origins.get(pointer);
            return new Line(
                    indent,
                    name,
                    value.asString(""),
                    pointer,
                    origin == null ? "" : numbers.of(origin),
                    origin == null ? "" : told(origin));
        }

        private static String told(FieldOrigin origin) {
            return origin.from().stream()
                    .map(FieldOrigin.Place::place)
                    .collect(Collectors.joining(", "));
        }
    }
}
