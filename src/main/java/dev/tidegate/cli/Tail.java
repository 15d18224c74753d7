package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Facts as they happen. */
@Command(
        name = "tail",
        header = "Show what changes, as it changes, until ctrl-C.",
        footer = {
            "  ./tidegate tail --tenant acme",
            "  ./tidegate tail --json --limit 10 | jq .type"
        })
final class Tail implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Root root;

    @Mixin private TenantOption tenant = new TenantOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many.")
    private long limit;

    Tail(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var screen = root.screen();
        var events = new ServerSentEvents(screen, limit);
        while (!events.enough()) {
            try {
                var api = Api.of(root, tenant.name);
                var answer =
                        api.lines(
                                () -> {
                                    var request =
                                            api.request("/v1/stream")
                                                    .header("Accept", "text/event-stream");
                                    events.last()
                                            .ifPresent(id -> request.header("Last-Event-ID", id));
                                    return request.GET();
                                });
                try (var lines = answer.body()) {
                    lines.takeWhile(line -> events.take(line)).forEach(line -> {});
                }
            } catch (UncheckedIOException broken) {
                screen.say("the stream broke; resuming");
            } catch (Failure away) {
                if (away.code() != Exit.MISSING || events.last().isEmpty()) {
                    throw away;
                }
                screen.say("the server is away; trying again");
            }
            if (!events.enough()) {
                Patience.pause(PAUSE);
            }
        }
        return Exit.OK;
    }
}
