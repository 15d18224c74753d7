package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Closes a finding by what mends it. */
@Command(
        name = "close",
        header = "Close a finding: why, and by which contract or mapping.",
        footer = {
            "  ./tidegate findings close 7 --why 'they count in cases now' --contract 3",
            "  ./tidegate findings close 7 --why 'read by the new mapping' --mapping json@4",
            "What it parked flows with: ./tidegate dead-letters reprocess --source S --code KIND"
        })
final class FindingsClose implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "ID", description = "The finding's id.")
    private String id = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why it is over.")
    private String why = "";

    @Option(names = "--contract", paramLabel = "V", description = "The contract that allows it.")
    private @Nullable Integer contract;

    @Option(names = "--mapping", paramLabel = "NAME@V", description = "The mapping that reads it.")
    private @Nullable String mapping;

    FindingsClose(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode().put("why", why);
        if (contract != null) {
            body.put("contract", contract);
        }
        if (mapping != null) {
            body.put("mapping", mapping);
        }
        var closed =
                Api.of(root, tenant.name)
                        .post("/v1/findings/" + Query.escaped(id) + "/close", body);
        root.screen().print(closed, "finding " + id + " is closed");
        return Exit.OK;
    }
}
