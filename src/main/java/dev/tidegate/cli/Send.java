package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends files to a source, in the order given. */
@Command(
        name = "send",
        header = "Send files to a source; print a receipt for each.",
        footer = {
            "  ./tidegate send orders.edi --source x12 --wait",
            "  ./tidegate send *.csv --source csv --tenant globex --json",
            "Exit code 1 with --wait when anything is dead or parked."
        })
final class Send implements Callable<Integer> {
    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Sent byte for byte.")
    private List<Path> files = List.of();

    @Option(
            names = "--source",
            required = true,
            paramLabel = "S",
            description = "A source of the tenant; the demo has json, csv and x12.")
    private String source = "";

    @Option(
            names = "--content-type",
            paramLabel = "C",
            description = "When the file's name or beginning doesn't tell.")
    private @Nullable String contentType;

    @Option(
            names = "--message-id",
            paramLabel = "ID",
            description = "The sender's own id of a single file.")
    private @Nullable String messageId;

    @Option(names = "--wait", description = "Wait for the fate of every event.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "300",
            description = "Seconds to wait (default: ${DEFAULT-VALUE}).")
    private int secondsMax;

    Send(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        check();
        var screen = root.screen();
        var api = Api.of(root, tenant.name);
        var sent = new ArrayList<Sent>();
        for (var file : files) {
            var one = new Sent(file, upload(api, screen, file));
            sent.add(one);
            if (!wait) {
                screen.print(one.json(), one.line());
            }
        }
        return wait ? fates(api, screen, sent) : Exit.OK;
    }

    /** All are sent before the first is waited for: waiting one by one would send one by one. */
    private int fates(Api api, Screen screen, List<Sent> sent) {
        var fates = new Fates(api, Duration.ofSeconds(secondsMax));
        boolean bad = false;
        for (var one : sent) {
            for (var receipt : one.receipts()) {
                var fate = fates.await(receipt.path("receipt").asString());
                bad |= Fates.bad(fate);
                screen.print(one.with(receipt, fate), one.line(receipt) + "\n" + Fates.table(fate));
            }
        }
        return bad ? Exit.FAILED : Exit.OK;
    }

    private JsonNode upload(Api api, Screen screen, Path file) {
        var type = contentType == null ? ContentTypes.of(file) : contentType;
        try (var progress = Progress.of(screen, file)) {
            return api.json(
                    () -> {
                        var request =
                                api.request("/v1/sources/" + Query.escaped(source) + "/messages")
                                        .header("Content-Type", type)
                                        .POST(progress.publisher());
                        if (messageId != null) {
                            request.header("Message-Id", messageId);
                        }
                        return request;
                    });
        }
    }

    private void check() {
        if (messageId != null && files.size() > 1) {
            throw Failure.usage("--message-id names one file; there are " + files.size());
        }
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw Failure.usage("can't read the file " + file);
            }
        }
    }

    /** A file and the server's answer to it; a batch has many receipts. */
    private record Sent(Path file, JsonNode answer) {
        List<JsonNode> receipts() {
            var all = new ArrayList<JsonNode>();
            answer.path("receipts").forEach(all::add);
            return all.isEmpty() ? List.of(answer) : all;
        }

        ObjectNode json() {
            return named((ObjectNode) answer.deepCopy());
        }

        ObjectNode with(JsonNode receipt, JsonNode fate) {
            var all = (ObjectNode) receipt.deepCopy();
            all.setAll((ObjectNode) fate);
            return named(all);
        }

        String line() {
            return String.join("\n", receipts().stream().map(this::line).toList());
        }

        String line(JsonNode receipt) {
            return "%s  %s  %s  %s bytes"
                    .formatted(
                            receipt.path("receipt").asString(),
                            file,
                            receipt.path("lane").asString("?"),
                            receipt.path("bytes").asString("?"));
        }

        private ObjectNode named(ObjectNode object) {
            object.put("file", file.toString());
            return object;
        }
    }
}
