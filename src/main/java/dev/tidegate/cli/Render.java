package dev.tidegate.cli;

import static picocli.CommandLine.ArgGroup;
import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a message became, as a document of another's format. */
@Command(
        name = "render",
        header = "Write what a message became as a document of another's format.",
        footer = {
            "  ./tidegate render xk2p9... --as ubl",
            "  ./tidegate render xk2p9... --index 0 --as idoc -p sender=ACME -p receiver=SAPCLNT100",
            "  ./tidegate render xk2p9... --mapping to-ubl@2 --output order.xml"
        })
final class Render implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(paramLabel = "RECEIPT", description = "The receipt, as send printed it.")
    private String receipt = "";

    @Option(
            names = "--index",
            paramLabel = "N",
            description = "Which entry of the message, from 0; all of them unless told.")
    private @Nullable Integer index;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private How how = new How();

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the mapping.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the document goes; the standard output unless told.")
    private @Nullable Path output;

    /** By which mapping. */
    static final class How {
        @Option(
                names = "--as",
                paramLabel = "FORMAT",
                description = "ubl, idoc, epcis, csv or json: by the mapping to-FORMAT.")
        private @Nullable String as;

        @Option(
                names = "--mapping",
                paramLabel = "NAME[@V]",
                description = "An outbound mapping, in its newest version unless one is told.")
        private @Nullable String mapping;
    }

    Render(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode().put("receipt", receipt);
        if (index != null) {
            body.put("index", index);
        }
        if (how.as != null) {
            body.put("as", how.as);
        }
        if (how.mapping != null) {
            body.put("mapping", how.mapping);
        }
        if (!parameters.isEmpty()) {
            parameters.forEach(body.putObject("parameters")::put);
        }
        show(Api.of(root, tenant.name).bytes("/v1/renderings", body));
        return Exit.OK;
    }

    private void show(HttpResponse<byte[]> answer) {
        var told = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"Tidegate-Mapping", "Tidegate-Format", "Content-Type"}) {
            answer.headers().firstValue(name).ifPresent(value -> told.put(member(name), value));
        }
        told.put("bytes", answer.body().length);
        if (output != null) {
            write(output, answer.body());
            root.screen()
                    .print(
                            told.put("file", output.toString()),
                            "%d bytes by %s in %s"
                                    .formatted(
                                            answer.body().length,
                                            told.path("mapping").asString(),
                                            output));
        } else if (root.screen().json()) {
            told.put("content_base64", Base64.getEncoder().encodeToString(answer.body()));
            root.screen().print(told, "");
        } else {
            root.screen().write(answer.body());
        }
    }

    /** {@code Tidegate-Mapping} is {@code mapping}. */
    private static String member(String header) {
        return header.replace("Tidegate-", "").replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
