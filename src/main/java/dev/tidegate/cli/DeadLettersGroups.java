package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** Dead letters by their common cause. */
@Command(
        name = "groups",
        header = "Dead letters by their common cause, the largest first.",
        footer = "  ./tidegate dead-letters groups")
final class DeadLettersGroups implements Callable<Integer> {
    private static final Table TABLE =
            Table.of("source", "class", "code", "count", "oldest_at", "newest_at");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Mixin private DeadLetterFilter filter = new DeadLetterFilter();

    DeadLettersGroups(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path = filter.query(Query.of("/v1/dead-letters/groups")).toString();
        var page = Api.of(root, tenant.name).get(path);
        root.screen().print(page, TABLE.text(page.path("items")));
        return Exit.OK;
    }
}
