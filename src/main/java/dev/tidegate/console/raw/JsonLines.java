package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON indented, each line with the pointer (RFC 6901) of what it shows; numbers as written. */
final class JsonLines {
    private static final int DEPTH_MAX = 100;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final List<RawText.Line> lines = new ArrayList<>();

    private JsonLines() {}

    /** Empty when it is no single JSON document, or one that was cut. */
    static Optional<List<RawText.Line>> of(String text) {
        var stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return Optional.empty();
        }
        try {
            var shown = new JsonLines();
            shown.write(JSON.readTree(stripped), "", "", "", "");
            return Optional.of(shown.lines);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void write(JsonNode node, String pointer, String indent, String name, String comma) {
        boolean container = node.isObject() || node.isArray();
        if (!container || node.isEmpty()) {
            line(indent + name + node + comma, pointer);
            return;
        }
        line(indent + name + (node.isObject() ? "{" : "["), pointer);
        int left = node.size();
        if (node.isObject()) {
            for (var member : node.properties()) {
                var key = JSON.writeValueAsString(member.getKey()) + ": ";
                write(
                        member.getValue(),
                        pointer + "/" + escaped(member.getKey()),
                        indent + "  ",
                        key,
                        --left > 0 ? "," : "");
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                write(node.get(i), pointer + "/" + i, indent + "  ", "", --left > 0 ? "," : "");
            }
        }
        line(indent + (node.isObject() ? "}" : "]") + comma, "");
    }

    private void line(String text, String pointer) {
        lines.add(RawText.Line.of(lines.size() + 1, Visible.of(text), pointer));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
