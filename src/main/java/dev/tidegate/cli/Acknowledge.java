package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** The 997, 999, TA1 or CONTRL to a message, ready to be sent. */
@Command(
        name = "acknowledge",
        header = "Print the 997, 999, TA1 or CONTRL that answers an X12 or EDIFACT message.",
        footer = "  ./tidegate acknowledge xk2p9... > answer.x12")
final class Acknowledge implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The receipt, as send printed it.")
    private String receipt = "";

    @Option(
            names = "--control-number",
            paramLabel = "N",
            description = "Of the answer's interchange; made of the receipt where it isn't told.")
    private long number;

    Acknowledge(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var path = "/v1/receipts/" + Query.escaped(receipt) + "/acknowledgement";
        var told = number == 0 ? path : path + "?control_number=" + number;
        var answer = Api.of(root, tenant.name).bytes(told);
        root.screen().write(answer);
        return Exit.OK;
    }
}
