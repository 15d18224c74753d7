package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import dev.tidegate.embedded.EmbeddedServices;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One start and stop of everything in a throw-away home, to make the ahead-of-time caches. */
@Command(name = "train", hidden = true, header = "Make the ahead-of-time caches.")
final class Train implements Callable<Integer> {
    private static final int MINUTES_MAX = 10;
    private static final Duration IDLE_MAX = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Root root;

    @Option(names = "--now", description = "Don't wait for the machine to be idle.")
    private boolean now;

    Train(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var installation = root.installation();
        var scratch = Training.scratch(installation);
        if (!now && !Patience.until(IDLE_MAX, POLL, Train::idle)) {
            return Exit.NOT_READY;
        }
        System.setProperty("tidegate.broker.lib", installation.broker().toString());
        try {
            EmbeddedServices.train(scratch.home());
            server(installation, scratch);
            Program.forgetOld(installation.home());
            return Exit.OK;
        } finally {
            Training.sweep(scratch);
        }
    }

    private void server(Installation installation, Installation scratch)
            throws IOException, InterruptedException {
        var program = Program.current().pinned(installation.home());
        var cache = program.aotCache().orElseThrow();
        var draft = cache.resolveSibling("training-" + ProcessHandle.current().pid() + ".aot");
        var options = new ArrayList<>(ServerOptions.JVM);
        options.add("-XX:AOTCacheOutput=" + draft);
        var server = new ServerProcess(scratch, root.deployment().roles("all"), 0, true);
        var process = server.start(program, options, List.of("--until-ready"));
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || !Files.exists(draft)) {
            process.destroyForcibly();
            throw Failure.failed("no cache came of it\n" + LogFile.lastWords(server));
        }
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Others come first: training waits until half of the processors had nothing to do lately. */
    private static boolean idle() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() < machine.getAvailableProcessors() / 2.0;
    }
}
