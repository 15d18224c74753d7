package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends dead letters through again, after a fix. */
@Command(
        name = "reprocess",
        header = "Send dead letters through again with today's mapping.",
        footer = {
            "  ./tidegate dead-letters reprocess <id> <id> --dry-run",
            "  ./tidegate dead-letters reprocess --source x12 --code unknown_partner"
        })
final class DeadLettersReprocess implements Callable<Integer> {
    private static final Table EFFECT =
            Table.of("id", "type", "key", "fate", "code", "place", "reason");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Dead letters by id.")
    private List<String> ids = List.of();

    @Mixin private DeadLetterFilter filter = new DeadLetterFilter();

    @Option(names = "--dry-run", description = "Tell the effect without having it.")
    private boolean dryRun;

    DeadLettersReprocess(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (ids.isEmpty() == filter.isEmpty()) {
            throw Failure.usage(
                    "which ones? give either ids, or one of --source, --class, --code, --key");
        }
        var body = JsonNodeFactory.instance.objectNode();
        if (ids.isEmpty()) {
            body.set("filter", filter.json());
        } else {
            var list = body.putArray("ids");
            ids.forEach(list::add);
        }
        body.put("dry_run", dryRun);
        var answer = Api.of(root, tenant.name).post("/v1/reprocessings", body);
        root.screen().print(answer, dryRun ? effect(answer) : accepted(answer));
        return Exit.OK;
    }

    private static String effect(JsonNode answer) {
        var rows = new ArrayList<JsonNode>();
        for (var item : answer.path("items")) {
            for (var after : item.path("after")) {
                rows.add(((ObjectNode) after.deepCopy()).put("id", item.path("id").asString()));
            }
        }
        return "nothing was changed; it would be %s%n%s"
                .formatted(answer.path("fates"), EFFECT.text(rows));
    }

    private static String accepted(JsonNode answer) {
        return "%s on their way%s"
                .formatted(
                        answer.path("accepted").asString("0"),
                        answer.path("more").asBoolean(false) ? "; there are more: ask again" : "");
    }
}
