package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** One finding whole. */
@Command(
        name = "show",
        header = "Show a finding: its difference, examples, and whom it touches.",
        footer = "  ./tidegate findings show 7")
final class FindingsShow implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The finding's id.")
    private String id = "";

    FindingsShow(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var finding = Api.of(root, tenant.name).get("/v1/findings/" + Query.escaped(id));
        root.screen().print(finding, finding.toPrettyString());
        return Exit.OK;
    }
}
