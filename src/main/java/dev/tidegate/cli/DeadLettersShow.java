package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** One dead letter, whole. */
@Command(
        name = "show",
        header = "Show one dead letter with its place in the original.",
        footer = "  ./tidegate dead-letters show <id>")
final class DeadLettersShow implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The dead letter's id.")
    private String id = "";

    DeadLettersShow(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var letter = Api.of(root, tenant.name).get("/v1/dead-letters/" + Query.escaped(id));
        root.screen().print(letter, letter.toPrettyString());
        return Exit.OK;
    }
}
