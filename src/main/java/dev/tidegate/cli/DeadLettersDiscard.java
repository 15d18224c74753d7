package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lets go of dead letters: what waited behind them goes on. */
@Command(
        name = "discard",
        header = "Let go of dead letters; what waited behind them goes on.",
        footer = "  ./tidegate dead-letters discard <id> <id>")
final class DeadLettersDiscard implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Dead letters by id.")
    private List<String> ids = List.of();

    DeadLettersDiscard(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var api = Api.of(root, tenant.name);
        for (var id : ids) {
            var path = "/v1/dead-letters/" + Query.escaped(id) + "/discard";
            var answer = api.post(path, JsonNodeFactory.instance.objectNode());
            root.screen().print(answer, id + " discarded");
        }
        return Exit.OK;
    }
}
