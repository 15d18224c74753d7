package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An accepted contract. */
@Command(
        name = "show",
        header = "Show a source's contract: the newest, or one version.",
        footer = {"  ./tidegate contract show json", "  ./tidegate contract show json --version 2"})
final class ContractShow implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "SOURCE", description = "Whose contract.")
    private String source = "";

    @Option(names = "--version", paramLabel = "V", description = "An earlier version.")
    private @Nullable Integer version;

    ContractShow(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var contract = contract("/v1/sources/" + Query.escaped(source) + "/contracts");
        root.screen()
                .print(
                        contract,
                        "contract %s of %s, accepted by %s%s%n%s"
                                .formatted(
                                        contract.path("version").asString(),
                                        source,
                                        contract.path("accepted_by").asString(),
                                        contract.path("in_force").asBoolean()
                                                ? ", in force"
                                                : ", not in force",
                                        ContractFields.text(contract)));
        return Exit.OK;
    }

    private JsonNode contract(String path) {
        var api = Api.of(root, tenant.name);
        if (version != null) {
            return api.get(path + "/" + version);
        }
        var newest = api.get(path + "?limit=1").path("items");
        if (newest.isEmpty()) {
            throw Failure.failed(
                    "the source "
                            + source
                            + " has no contract yet; draft one: ./tidegate contract learn "
                            + source);
        }
        return newest.get(0);
    }
}
