package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import dev.tidegate.embedded.EmbeddedServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** All tests, with everything that they need. */
@Command(
        name = "test",
        header = "Run all tests; the last line counts them.",
        footer = {
            "  ./tidegate test",
            "  ./tidegate test --fast        without the slow ones and those in a browser"
        })
final class TestCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int WORDS_MAX = 25;

    private final Root root;

    @Option(names = "--fast", description = "Leave out what is tagged slow or browser.")
    private boolean fast;

    TestCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var project = root.installation().root();
        var screen = root.screen();
        var reports = new SurefireReports(project.resolve("target/surefire-reports"));
        var maven = Maven.required(project);
        if (!fast) {
            new Chromium(screen, project.resolve("target/chromium-install.log")).ensure();
        }
        reports.clear();
        var log = project.resolve("target/test.log");
        screen.say("running the tests; log: " + log);
        var process = maven.start(log, arguments());
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end the tests"));
        watch(process, reports, screen);
        stopServers(project.resolve("target"));

        var sum = reports.sum();
        sum.failures().forEach(failure -> screen.say("FAILED " + failure.words()));
        boolean broken = process.waitFor() != 0 && sum.failed() == 0;
        if (broken) {
            screen.say("Maven failed beside the tests:");
            new LogFile(log)
                    .last(10_000).stream()
                            .filter(line -> line.startsWith("[ERROR]"))
                            .limit(WORDS_MAX)
                            .forEach(screen::say);
        }
        screen.print(sum, sum.line());
        return broken || sum.failed() > 0 ? Exit.FAILED : Exit.OK;
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of("test", "-Dmaven.test.failure.ignore=false"));
        if (fast) {
            arguments.add("-Dsurefire.excludedGroups=slow,browser");
            // In so short a run the optimising compiler takes more time than it gives back.
            arguments.add("-Dsurefire.jvm=-XX:TieredStopAtLevel=1");
        }
        return arguments;
    }

    /** Those of the tests, a home for each fork: none is left running. */
    private static void stopServers(Path target) throws IOException {
        try (var homes = Files.newDirectoryStream(target, "plant-*")) {
            homes.forEach(EmbeddedServices::stop);
        }
    }

    private static void watch(Process process, SurefireReports reports, Screen screen) {
        var seen = new ArrayList<String>();
        Patience.until(
                Duration.ofHours(6),
                POLL,
                () -> {
                    for (var name : reports.names()) {
                        if (!seen.contains(name)) {
                            reports.line(name)
                                    .ifPresent(
                                            line -> {
                                                seen.add(name);
                                                screen.say("  " + line);
                                            });
                        }
                    }
                    return !process.isAlive();
                });
    }
}
