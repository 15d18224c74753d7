package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a stretch of the log again; what was applied then is a duplicate now. */
@Command(
        name = "replay",
        header = "Read kept messages of a source again.",
        footer = {
            "  ./tidegate replay --source x12 --from 2026-11-01T00:00:00Z --to 2026-11-02T00:00:00Z --dry-run",
            "  ./tidegate replay --source x12 --from ... --to ... --mapping 4"
        })
final class Replay implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Option(names = "--source", required = true, paramLabel = "S", description = "The source.")
    private String source = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            description = "Received at or after, RFC 3339.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "T",
            description = "Received before, RFC 3339.")
    private String to = "";

    @Option(
            names = "--mapping",
            paramLabel = "V",
            description = "With this mapping version instead of today's.")
    private @Nullable Integer mapping;

    @Option(names = "--dry-run", description = "Tell the effect without having it.")
    private boolean dryRun;

    Replay(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("source", source)
                        .put("from", from)
                        .put("to", to)
                        .put("dry_run", dryRun);
        if (mapping != null) {
            body.put("mapping", mapping);
        }
        var answer = Api.of(root, tenant.name).post("/v1/replays", body);
        root.screen().print(answer, answer.toPrettyString());
        return Exit.OK;
    }
}
