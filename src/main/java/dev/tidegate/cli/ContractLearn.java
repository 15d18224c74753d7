package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A draft of a contract, from what was sent. */
@Command(
        name = "learn",
        header = "Draft a source's contract from what it has sent; edit it, then accept it.",
        footer = {
            "  ./tidegate contract learn json > contract.json",
            "  ./tidegate contract learn json --from 2026-11-20T00:00:00Z > contract.json",
            "What the fields mean is for you to say: what lacks is listed on stderr."
        })
final class ContractLearn implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "SOURCE", description = "Whose messages.")
    private String source = "";

    @Option(names = "--from", paramLabel = "T", description = "Accepted at or after, RFC 3339.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Accepted before, RFC 3339.")
    private @Nullable String to;

    ContractLearn(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var span = JsonNodeFactory.instance.objectNode();
        if (from != null) {
            span.put("from", from);
        }
        if (to != null) {
            span.put("to", to);
        }
        var body = JsonNodeFactory.instance.objectNode();
        body.set("learn", span);
        var told =
                Api.of(root, tenant.name)
                        .post("/v1/sources/" + Query.escaped(source) + "/contracts", body);
        var draft = JsonNodeFactory.instance.objectNode();
        draft.set("documents", told.path("documents"));
        root.screen().print(draft, draft.toPrettyString());
        root.screen()
                .say(
                        "%s messages were read%s; %d places lack what they mean%n%s"
                                .formatted(
                                        told.path("messages").asString(),
                                        told.path("complete").asBoolean()
                                                ? ""
                                                : " (not all of the span)",
                                        told.path("lacks").size(),
                                        Table.of("pointer", "detail").text(told.path("lacks"))));
        return Exit.OK;
    }
}
