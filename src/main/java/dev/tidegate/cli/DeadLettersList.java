package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Dead letters, the newest first. */
@Command(
        name = "list",
        header = "List dead letters, the newest first.",
        footer = "  ./tidegate dead-letters list --source x12 --class data_quality")
final class DeadLettersList implements Callable<Integer> {
    private static final Table TABLE =
            Table.of(
                    "id",
                    "fate",
                    "source",
                    "class",
                    "code",
                    "ref",
                    "place",
                    "reason",
                    "created_at");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Mixin private DeadLetterFilter filter = new DeadLetterFilter();

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "open (the default), reprocessing, resolved, discarded or any.")
    private @Nullable String state;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, up to 500 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--cursor",
            paramLabel = "C",
            description = "Go on after the 'next' of an earlier list.")
    private @Nullable String cursor;

    DeadLettersList(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path =
                filter.query(Query.of("/v1/dead-letters"))
                        .with("state", state)
                        .with("limit", limit)
                        .with("cursor", cursor);
        var page = Api.of(root, tenant.name).get(path.toString());
        root.screen().print(page, TABLE.text(page.path("items")));
        return Exit.OK;
    }
}
