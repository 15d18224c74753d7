package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends dead letters through again, after a fix. */
@Command(
        name = "reprocess",
        header = "Send dead letters through again with today's mapping.",
        footer = {
            "  ./tidegate dead-letters reprocess <id> <id> --dry-run",
            "  ./tidegate dead-letters reprocess --source x12 --code unknown_partner"
        })
final class DeadLettersReprocess implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Dead letters by id.")
    private List<String> ids = List.of();

    @Option(names = "--group", paramLabel = "ID", description = "All of one group.")
    private @Nullable String group;

    @Option(names = "--source", paramLabel = "S", description = "All of one source.")
    private @Nullable String source;

    @Option(names = "--code", paramLabel = "C", description = "All of one code.")
    private @Nullable String code;

    @Option(names = "--dry-run", description = "Tell the effect without having it.")
    private boolean dryRun;

    DeadLettersReprocess(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (ids.isEmpty() && group == null && source == null && code == null) {
            throw Failure.usage("which ones? give ids, --group, --source or --code");
        }
        var body = JsonNodeFactory.instance.objectNode();
        if (!ids.isEmpty()) {
            var list = body.putArray("ids");
            ids.forEach(list::add);
        }
        put(body, "group", group);
        put(body, "source", source);
        put(body, "code", code);
        body.put("dry_run", dryRun);
        var answer = Api.of(root, tenant.name).post("/v1/reprocessings", body);
        root.screen().print(answer, answer.toPrettyString());
        return Exit.OK;
    }

    private static void put(
            tools.jackson.databind.node.ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
