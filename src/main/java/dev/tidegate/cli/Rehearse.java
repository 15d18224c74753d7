package dev.tidegate.cli;

import static picocli.CommandLine.ArgGroup;
import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a mapping would change, before it is published. */
@Command(
        name = "rehearse",
        header = "Read what a source has sent with another mapping, and tell what would change.",
        footer = {
            "  ./tidegate rehearse --source x12 --expression x12-new.jsonata",
            "  ./tidegate rehearse --source x12 --mapping x12@4 --from 2026-11-01T00:00:00Z",
            "Exit code 1 when something that is read now would be dead."
        })
final class Rehearse implements Callable<Integer> {
    private static final Table EXAMPLES =
            Table.of("kind", "receipt", "ref", "partner", "pointer", "before", "after");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Option(names = "--source", paramLabel = "S", required = true, description = "Whose messages.")
    private String source = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Candidate candidate = new Candidate();

    @Option(names = "--from", paramLabel = "T", description = "Accepted at or after, RFC 3339.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Accepted before, RFC 3339.")
    private @Nullable String to;

    /** The mapping that is tried. */
    static final class Candidate {
        @Option(
                names = "--mapping",
                paramLabel = "NAME@V",
                description = "A published version, such as x12@4.")
        private @Nullable String mapping;

        @Option(
                names = "--expression",
                paramLabel = "FILE",
                description = "A file of JSONata that isn't published yet.")
        private @Nullable Path expression;
    }

    Rehearse(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        if (candidate.mapping != null) {
            body.put("mapping", candidate.mapping);
        }
        if (candidate.expression != null) {
            body.put("expression", Lint.read(candidate.expression));
        }
        if (from != null) {
            body.put("from", from);
        }
        if (to != null) {
            body.put("to", to);
        }
        var told = Api.of(root, tenant.name).post("/v1/sources/" + source + "/rehearsals", body);
        root.screen().print(told, text(told));
        return told.path("entries").path("broken").asLong(0) == 0 ? Exit.OK : Exit.FAILED;
    }

    private static String text(JsonNode told) {
        var rows = new ArrayList<JsonNode>();
        for (var example : told.path("examples")) {
            if (example.path("fields").isEmpty()) {
                rows.add(row(example, "", reading(example, "before"), reading(example, "after")));
            }
            for (var field : example.path("fields")) {
                rows.add(
                        row(
                                example,
                                field.path("pointer").asString(),
                                shown(field.path("before")),
                                shown(field.path("after"))));
            }
        }
        return "%s messages of %s, %s -> %s: %s%s%n%s"
                .formatted(
                        told.path("messages").asString(),
                        told.path("source").asString(),
                        told.path("before").asString(),
                        told.path("candidate").asString(),
                        told.path("entries"),
                        told.path("complete").asBoolean() ? "" : " (not all were read)",
                        rows.isEmpty() ? "nothing would change" : EXAMPLES.text(rows));
    }

    private static JsonNode row(JsonNode example, String pointer, String before, String after) {
        var row = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"kind", "receipt", "ref", "partner"}) {
            row.put(name, example.path(name).asString());
        }
        return row.put("pointer", pointer).put("before", before).put("after", after);
    }

    /** An event by its type and key, a dead letter by its code and place. */
    private static String reading(JsonNode example, String when) {
        var read = example.path(when);
        return read.has("code")
                ? read.path("code").asString() + " at " + read.path("place").asString()
                : read.isMissingNode()
                        ? "-"
                        : read.path("type").asString() + " " + read.path("key").asString();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "-"
                : value.isValueNode() ? value.asString() : value.toString();
    }
}
