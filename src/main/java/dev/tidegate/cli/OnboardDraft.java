package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft mapping from a sample, with what was guessed and why. */
@Command(
        name = "draft",
        header = "Suggest a mapping for a sample file, and write it into a folder.",
        footer = {
            "  ./tidegate onboard draft sample.csv --source acme-orders",
            "  ./tidegate onboard draft sample.csv --source acme-orders --fill kind=purchase --fill version=1",
            "  ./tidegate onboard draft stock.txt --source wms --layout 'item 1 10; quantity 11 9 right'",
            "What nothing in the sample tells is left as a hole; --fill tells it: a column, or a value."
        })
final class OnboardDraft implements Callable<Integer> {
    private static final Table GUESSES =
            Table.of("field", "column", "confidence", "expression", "reason");
    private static final Table HOLES = Table.of("hole", "choices", "reason");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "FILE", description = "A few rows as the partner sends them.")
    private Path file = Path.of("");

    @Option(
            names = "--source",
            required = true,
            paramLabel = "S",
            description = "The source to be, and the folder that the draft is written into.")
    private String source = "";

    @Option(
            names = "--type",
            paramLabel = "T",
            description = "order, shipment, stock_movement, stock_count; else the likeliest.")
    private @Nullable String type;

    @Option(
            names = "--fill",
            paramLabel = "FIELD=X",
            description = "What a field is: a column of the sample, or a value.")
    private List<String> fills = List.of();

    @Option(names = "--layout", paramLabel = "L", description = "Columns of a fixed width.")
    private @Nullable String layout;

    @Option(names = "--encoding", paramLabel = "E", description = "Such as windows-1252.")
    private @Nullable String encoding;

    @Option(names = "--sheets", paramLabel = "N", description = "Sheets of a workbook to read.")
    private @Nullable String sheets;

    @Option(
            names = "--header-row",
            paramLabel = "N",
            description = "The row that names the columns.")
    private @Nullable Integer headerRow;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the draft is written; else a folder named after the source.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Write over a draft that is there.")
    private boolean force;

    OnboardDraft(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var target = new OnboardingFolder(folder == null ? Path.of(source) : folder);
        if (target.exists() && !force) {
            throw Failure.usage(
                    target.mappingFile() + " is there already",
                    "change it by hand, or say --force to write it anew");
        }
        byte[] sample = sample();
        String contentType = ContentTypes.of(file);
        var draft = suggestion(sample, contentType);
        target.begin(sample, draft.path("expression").asString(), definition(draft, contentType));
        root.screen().print(draft, text(draft, target));
        return Exit.OK;
    }

    private byte[] sample() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Failure.usage("can't read the file " + file);
        }
    }

    private JsonNode suggestion(byte[] sample, String contentType) {
        var path =
                Query.of("/v1/mappings/suggestions")
                        .with("type", type)
                        .with("layout", layout)
                        .with("encoding", encoding)
                        .with("sheets", sheets)
                        .with("header_row", headerRow);
        fills.forEach(fill -> path.with("fill", fill));
        var api = Api.of(root, tenant.name);
        return api.json(
                () ->
                        api.request(path.toString())
                                .header("Content-Type", contentType)
                                .POST(BodyPublishers.ofByteArray(sample)));
    }

    private ObjectNode definition(JsonNode draft, String contentType) {
        var definition = JsonNodeFactory.instance.objectNode();
        definition.put("source", source);
        definition.set("adapter", draft.path("adapter"));
        definition.set("parameters", draft.path("parameters"));
        definition.putArray("types").add(draft.path("type").asString());
        definition.put("content_type", contentType);
        return definition;
    }

    private static String text(JsonNode draft, OnboardingFolder folder) {
        var text = new StringBuilder();
        text.append(
                "%s of %s documents (%s), written to %s%n%n%s%n"
                        .formatted(
                                draft.path("type").asString(),
                                draft.path("documents").asString(),
                                draft.path("adapter").asString(),
                                folder.mappingFile(),
                                GUESSES.text(draft.path("guesses"))));
        for (var note : draft.path("notes")) {
            text.append("%nnote: %s".formatted(note.asString()));
        }
        for (var unused : draft.path("unused")) {
            text.append("%nleft out: %s".formatted(unused.path("column").asString()));
        }
        if (!draft.path("holes").isEmpty()) {
            text.append("%n%n%s%n%n".formatted(HOLES.text(holes(draft.path("holes")))));
            text.append("Fill them with --fill FIELD=COLUMN or --fill FIELD=VALUE and --force.");
        }
        return text.toString();
    }

    private static List<JsonNode> holes(JsonNode holes) {
        var rows = new ArrayList<JsonNode>();
        for (var hole : holes) {
            var choices = new ArrayList<String>();
            hole.path("choices").forEach(choice -> choices.add(choice.asString()));
            var row = JsonNodeFactory.instance.objectNode();
            row.put("hole", hole.path("field").asString());
            row.put("choices", choices.isEmpty() ? "-" : String.join(" ", choices));
            row.put("reason", hole.path("reason").asString());
            rows.add(row);
        }
        return rows;
    }
}
