package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accepts a contract, which is in force from then on. */
@Command(
        name = "accept",
        header = "Accept a contract for a source: its next version, in force at once.",
        footer =
                "  ./tidegate contract accept json contract.json --note 'as in the partner's guide'")
final class ContractAccept implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "Whose contract.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "{\"documents\": [...]}")
    private Path file = Path.of("");

    @Option(names = "--note", paramLabel = "TEXT", description = "Why it is so.")
    private @Nullable String note;

    ContractAccept(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = read();
        if (note != null) {
            body.put("note", note);
        }
        var accepted =
                Api.of(root, tenant.name)
                        .post("/v1/sources/" + Query.escaped(source) + "/contracts", body);
        root.screen()
                .print(
                        accepted,
                        "contract %s of %s is in force"
                                .formatted(accepted.path("version").asString(), source));
        return Exit.OK;
    }

    private ObjectNode read() {
        try {
            if (JsonMapper.shared().readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | JacksonException unreadable) {
            throw Failure.usage(file + " can't be read as JSON: " + unreadable.getMessage());
        }
        throw Failure.usage(file + " holds no JSON object with documents");
    }
}
