package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The proofs of docs/explanation/proof.md, longer and harder than the tests run them. */
@Command(
        name = "prove",
        header = "Break it on purpose, for as long as you like, and check every promise.",
        footer = {
            "  ./tidegate prove kills --kills 200 --seed 7",
            "  ./tidegate prove recovery --backlog 300000 --timed",
            "  ./tidegate prove flood --seconds 120",
            "  ./tidegate prove                      all of them, as the tests do"
        })
final class Prove implements Callable<Integer> {
    private static final Map<String, String> PROOFS = new LinkedHashMap<>();

    static {
        PROOFS.put("kills", "CrashProofTest");
        PROOFS.put("mutants", "MutantsTest");
        PROOFS.put("recovery", "RecoveryTest");
        PROOFS.put("flood", "FloodTest");
        PROOFS.put("replay", "ReplayTest");
        PROOFS.put("hostile", "HostileTest");
        PROOFS.put("formats", "FormatsTest");
        PROOFS.put("walls", "WallsTest,WallsWithoutPredicatesTest");
    }

    private static final int LAST_WORDS = 15;

    /** The checker holds every message of a long proof at once, to compare them. */
    private static final String MEMORY = "-Xmx8g";

    private final Root root;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROOF",
            description =
                    "kills, mutants, recovery, flood, replay, hostile, formats, walls (default: all).")
    private List<String> names = List.of();

    @Option(names = "--kills", paramLabel = "N", description = "How often something is killed.")
    private @Nullable Integer kills;

    @Option(names = "--seed", paramLabel = "S", description = "Of the messages and the killer.")
    private @Nullable Long seed;

    @Option(names = "--seconds", paramLabel = "S", description = "How long the flood lasts.")
    private @Nullable Integer seconds;

    @Option(names = "--backlog", paramLabel = "N", description = "Orders waiting at the kill.")
    private @Nullable Integer backlog;

    @Option(names = "--messages", paramLabel = "N", description = "Of each tenant in the replay.")
    private @Nullable Integer messages;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Real messages, in folders edi-x12, edifact, ...")
    private @Nullable Path folder;

    @Option(names = "--timed", description = "Also hold the recovery to its 3 s and 5 s.")
    private boolean timed;

    Prove(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        var project = root.installation().root();
        var report = project.resolve("target/proof/report.jsonl");
        var reports = new SurefireReports(project.resolve("target/surefire-reports"));
        var maven = Maven.required(project);
        var arguments = arguments();
        var log = project.resolve("target/prove.log");
        root.screen().say("proving; log: " + log);
        reports.clear();
        forget(report);
        var process = maven.start(log, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end the proof"));
        int code = process.waitFor();

        print(report);
        var sum = reports.sum();
        sum.failures().forEach(failure -> root.screen().say("BROKEN " + failure.words()));
        root.screen().say(sum.line());
        if (code != 0 && sum.failed() == 0) {
            root.screen()
                    .say(
                            "the proof broke off before its verdict\n  "
                                    + String.join("\n  ", new LogFile(log).last(LAST_WORDS)));
        }
        return code == 0 && sum.failed() == 0 && sum.passed() > 0 ? Exit.OK : Exit.FAILED;
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of("test", "-Dtest=" + tests()));
        set(arguments, "kills", kills);
        set(arguments, "seed", seed);
        set(arguments, "seconds", seconds);
        set(arguments, "backlog", backlog);
        set(arguments, "messages", messages);
        if (folder != null) {
            arguments.add("-Dproof.folder=" + folder.toAbsolutePath());
        }
        if (timed) {
            arguments.add("-Dproof.timed=true");
        }
        arguments.add("-Dsurefire.jvm=" + MEMORY);
        arguments.addAll(shipped());
        return arguments;
    }

    /** Who kills the program kills it as {@code up} starts it: the jar, and its cache if made. */
    private List<String> shipped() {
        var program = Program.current().pinned(root.installation().home());
        var cache = program.aotCache();
        if (cache.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<>(List.of("-Dproof.program=" + program.path()));
        cache.filter(Files::exists).ifPresent(made -> words.add("-Dproof.aot=" + made));
        return words;
    }

    private String tests() {
        var wanted = names.isEmpty() ? List.copyOf(PROOFS.keySet()) : names;
        return String.join(",", wanted.stream().map(Prove::test).toList());
    }

    private static String test(String name) {
        var test = PROOFS.get(name);
        if (test == null) {
            throw Failure.usage(
                    "no proof '%s'; there are %s"
                            .formatted(name, String.join(", ", PROOFS.keySet())));
        }
        return test;
    }

    private static void set(List<String> arguments, String name, @Nullable Number value) {
        if (value != null) {
            arguments.add("-Dproof." + name + "=" + value);
        }
    }

    private static void forget(Path report) {
        try {
            Files.deleteIfExists(report);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The figures, a line each. */
    private void print(Path report) {
        if (Files.exists(report)) {
            try (var lines = Files.lines(report)) {
                lines.forEach(
                        line -> root.screen().print(JsonMapper.shared().readTree(line), line));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
