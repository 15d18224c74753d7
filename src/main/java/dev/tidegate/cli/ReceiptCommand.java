package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** What became of a message. */
@Command(
        name = "receipt",
        header = "Show what became of every document of a message.",
        footer = {
            "  ./tidegate receipt xk2p9...",
            "  ./tidegate receipt xk2p9... --provenance --index 2"
        })
final class ReceiptCommand implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The receipt, as send printed it.")
    private String receipt = "";

    @Option(
            names = "--provenance",
            description = "Show where in the bytes each field of an entry came from.")
    private boolean provenance;

    @Option(
            names = "--index",
            paramLabel = "N",
            defaultValue = "0",
            description = "The entry whose fields are shown; 0 is the first.")
    private int index;

    ReceiptCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var api = Api.of(root, tenant.name);
        String path = "/v1/receipts/" + Query.escaped(receipt);
        if (provenance) {
            var fields = api.get(path + "/provenance?index=" + index);
            root.screen().print(fields, Provenance.text(fields));
            return Exit.OK;
        }
        var answer = api.get(path);
        root.screen().print(answer, Fates.text(answer));
        return Exit.OK;
    }
}
