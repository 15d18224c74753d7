package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether what was accepted adds up. */
@Command(
        name = "accounting",
        header = "Does accepted = applied + duplicate + stale + parked + dead + pending?",
        footer = {
            "  ./tidegate accounting",
            "  ./tidegate accounting --source x12 --json",
            "  ./tidegate accounting --from 2026-11-01T00:00:00Z --to 2026-11-02T00:00:00Z",
            "Exit code 1 when it doesn't."
        })
final class AccountingCommand implements Callable<Integer> {
    private static final Table TABLE =
            Table.of(
                    "accepted",
                    "applied",
                    "duplicate",
                    "stale",
                    "parked",
                    "dead",
                    "pending",
                    "balanced");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Option(names = "--source", paramLabel = "S", description = "Of one source only.")
    private @Nullable String source;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Accepted at or after, RFC 3339; counted in the log itself.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Accepted before, RFC 3339.")
    private @Nullable String to;

    AccountingCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path =
                Query.of("/v1/accounting")
                        .with("source", source)
                        .with("from", from)
                        .with("to", to)
                        .toString();
        JsonNode sums = Api.of(root, tenant.name).get(path);
        root.screen().print(sums, TABLE.text(List.of(sums)));
        return sums.path("balanced").asBoolean(false) ? Exit.OK : Exit.FAILED;
    }
}
