package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import dev.tidegate.embedded.EmbeddedServices;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One start and stop of everything in a throw-away home, to make the ahead-of-time caches. */
@Command(name = "train", hidden = true, header = "Make the ahead-of-time caches.")
final class Train implements Callable<Integer> {
    private static final int MINUTES_MAX = 10;

    private final Root root;

    Train(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var installation = root.installation();
        System.setProperty("tidegate.broker.lib", installation.broker().toString());
        EmbeddedServices.train(installation.home());

        var program = Program.current().pinned(installation.home());
        var cache = program.aotCache().orElseThrow();
        var scratch = Training.scratch(installation);
        var draft = cache.resolveSibling("training.aot");
        try {
            Files.createDirectories(scratch.home());
            var options = new ArrayList<>(ServerProcess.MACHINE);
            options.add("-XX:AOTCacheOutput=" + draft);
            var all = root.deployment().roles("all");
            var server = new ServerProcess(scratch, all, 0, true);
            var process = server.start(program, options, List.of("--until-ready"));
            if (process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) && Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
                Program.forgetOld(installation.home());
                return Exit.OK;
            }
            process.destroyForcibly();
            throw Failure.failed("no cache came of it\n" + LogFile.lastWords(server));
        } finally {
            Training.sweep(scratch);
        }
    }
}
