package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Publishes the mapping of a folder and defines its source; done twice it does nothing more. */
@Command(
        name = "publish",
        header = "Publish the mapping, keep its golden case, define the source.",
        footer = {
            "  ./tidegate onboard publish acme-orders",
            "  ./tidegate send orders.csv --source acme-orders --wait",
            "What doesn't pass its check is not published."
        })
final class OnboardPublish implements Callable<Integer> {
    private static final String CASE = "sample";

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "DIR", description = "A folder that onboard draft wrote.")
    private Path folder = Path.of("");

    @Option(
            names = "--draft",
            description = "Keep the mapping as a draft, for a colleague to publish.")
    private boolean draft;

    OnboardPublish(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var api = Api.of(root, tenant.name);
        var files = OnboardingFolder.existing(folder);
        var checked = OnboardCheck.of(api, files, false);
        if (!checked.passed()) {
            root.screen().print(checked.json(), checked.text());
            return Exit.FAILED;
        }
        String name = files.source().path("source").asString();
        if (draft) {
            return keepDraft(api, name, files.expression());
        }
        var version = publish(api, name, files.expression());
        String label = name + "@" + version.path("version").asString();
        var source = api.put("/v1/sources/" + Query.escaped(name), definition(files, label));
        api.put("/v1/mappings/" + Query.escaped(name) + "/cases/" + CASE, golden(files, name));
        root.screen()
                .print(
                        source,
                        "published %s, source %s reads by it%nnext: ./tidegate send FILE --source %s --wait"
                                .formatted(label, name, name));
        return Exit.OK;
    }

    private int keepDraft(Api api, String name, String expression) {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("expression", expression)
                        .put("state", "draft");
        var kept = api.post("/v1/mappings/" + Query.escaped(name) + "/versions", body);
        root.screen()
                .print(
                        kept,
                        "kept %s@%s as a draft; once it is published, publish this folder again"
                                .formatted(name, kept.path("version").asString()));
        return Exit.OK;
    }

    private static JsonNode publish(Api api, String name, String expression) {
        var body = JsonNodeFactory.instance.objectNode().put("expression", expression);
        return api.post("/v1/mappings/" + Query.escaped(name) + "/versions", body);
    }

    private static ObjectNode definition(OnboardingFolder files, String label) {
        var told = files.source();
        var definition = JsonNodeFactory.instance.objectNode();
        definition.set("adapter", told.path("adapter"));
        definition.put("mapping", label);
        definition.set("parameters", told.path("parameters"));
        definition.putObject("contract").set("types", told.path("types"));
        return definition;
    }

    private static ObjectNode golden(OnboardingFolder files, String name) {
        var kept = JsonNodeFactory.instance.objectNode();
        kept.put("source", name);
        kept.set("content_type", files.source().path("content_type"));
        kept.put("content_base64", files.sampleInBase64());
        kept.set("expected", files.golden());
        return kept;
    }
}
