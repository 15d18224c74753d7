package dev.tidegate.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where fields came from, a place a line; of a field without one a dash. */
final class Provenance {
    private static final Table TABLE = Table.of("field", "from", "offset", "length", "text");

    private Provenance() {}

    static String text(JsonNode fields) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode field : fields) {
            if (field.get("from").isEmpty()) {
                rows.add(row(field));
            }
            for (JsonNode place : field.get("from")) {
                var row = row(field);
                row.set("from", place.get("place"));
                row.setAll((ObjectNode) place);
                row.remove("place");
                if (place.has("text")) {
                    row.put("text", place.get("text").asString().replaceAll("\\s+", " "));
                }
                rows.add(row);
            }
        }
        return rows.isEmpty() ? "No field: a dead letter has none." : TABLE.text(rows);
    }

    private static ObjectNode row(JsonNode field) {
        return JsonMapper.shared().createObjectNode().put("field", field.get("pointer").asString());
    }
}
