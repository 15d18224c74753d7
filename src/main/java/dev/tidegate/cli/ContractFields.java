package dev.tidegate.cli;

import java.util.ArrayList;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The fields of a contract as a table. */
final class ContractFields {
    private static final Table TABLE =
            Table.of("document", "path", "presence", "present", "shape", "means", "classification");

    private ContractFields() {}

    static String text(JsonNode contract) {
        var rows = new ArrayList<JsonNode>();
        for (var document : contract.path("documents")) {
            for (var field : document.path("fields")) {
                var row = JsonNodeFactory.instance.objectNode();
                row.put("document", document.path("name").asString());
                for (String name :
                        new String[] {"path", "presence", "present", "shape", "classification"}) {
                    row.put(name, field.path(name).asString("-"));
                }
                rows.add(row.put("means", means(field)));
            }
        }
        return TABLE.text(rows);
    }

    /** Units, patterns or codes, whichever the shape has. */
    private static String means(JsonNode field) {
        var means = new StringJoiner(", ");
        field.path("units").forEach(unit -> means.add(unit.asString()));
        field.path("patterns").forEach(pattern -> means.add(pattern.asString()));
        field.path("codes").forEach(code -> means.add(code.path("code").asString()));
        String at = field.path("unit_at").asString("");
        return means + (at.isEmpty() ? "" : " (at " + at + ")");
    }
}
