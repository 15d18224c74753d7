package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** What became of a message. */
@Command(
        name = "receipt",
        header = "Show what became of every document of a message.",
        footer = "  ./tidegate receipt xk2p9...")
final class ReceiptCommand implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The receipt, as send printed it.")
    private String receipt = "";

    ReceiptCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var answer = Api.of(root, tenant.name).get("/v1/receipts/" + Query.escaped(receipt));
        root.screen().print(answer, Fates.text(answer));
        return Exit.OK;
    }
}
