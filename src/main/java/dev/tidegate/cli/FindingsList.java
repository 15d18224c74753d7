package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Findings, the newest first. */
@Command(
        name = "list",
        header = "List findings, the newest first.",
        footer = "  ./tidegate findings list --source json --state open")
final class FindingsList implements Callable<Integer> {
    private static final Table TABLE =
            Table.of(
                    "id",
                    "severity",
                    "source",
                    "document",
                    "path",
                    "kind",
                    "expected",
                    "observed",
                    "count",
                    "last_seen");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Option(names = "--source", paramLabel = "S", description = "Of one source only.")
    private @Nullable String source;

    @Option(names = "--state", paramLabel = "S", description = "open or closed.")
    private @Nullable String state;

    @Option(names = "--kind", paramLabel = "K", description = "Such as changed_unit.")
    private @Nullable String kind;

    FindingsList(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path =
                Query.of("/v1/findings")
                        .with("source", source)
                        .with("state", state)
                        .with("kind", kind);
        var page = Api.of(root, tenant.name).get(path.toString());
        root.screen().print(page, TABLE.text(page.path("items")));
        return Exit.OK;
    }
}
