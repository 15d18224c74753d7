package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is unwise in a mapping's expression. */
@Command(
        name = "lint",
        header = "Look for what is unwise in a mapping's expression, without running it.",
        footer = {
            "  ./tidegate lint x12-new.jsonata",
            "Exit code 1 when there is an error; warnings and notes are told alone."
        })
final class Lint implements Callable<Integer> {
    private static final Table FINDINGS =
            Table.of("line", "column", "severity", "rule", "message", "instead");

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "FILE", description = "A file of JSONata.")
    private Path file = Path.of("");

    Lint(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("expression", read(file));
        var told = Api.of(root, tenant.name).post("/v1/mappings/lint", body);
        var findings = told.path("findings");
        root.screen()
                .print(
                        told,
                        findings.isEmpty()
                                ? "nothing is unwise"
                                : FINDINGS.text(findings.valueStream().toList()));
        return findings.valueStream().anyMatch(Lint::isError) ? Exit.FAILED : Exit.OK;
    }

    private static boolean isError(JsonNode finding) {
        return finding.path("severity").asString("").equals("error");
    }

    /** A text file of the caller's. */
    static String read(Path file) {
        if (!Files.isReadable(file)) {
            throw Failure.usage("there is no file " + file + " that can be read");
        }
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
