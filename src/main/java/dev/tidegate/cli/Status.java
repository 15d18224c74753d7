package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import java.util.Map;
import java.util.concurrent.Callable;

/** What runs. */
@Command(
        name = "status",
        header = "Show what runs on this home, and what doesn't.",
        footer = {"  ./tidegate status", "Exit code 1 when something that should run doesn't."})
final class Status implements Callable<Integer> {
    private final Root root;

    Status(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var installation = root.installation();
        var checks = new RunningChecks(installation).all();
        boolean ok = Check.allOk(checks);
        root.screen()
                .print(
                        Map.of(
                                "ok",
                                ok,
                                "home",
                                installation.home().toString(),
                                "servers",
                                ServerFile.all(installation),
                                "checks",
                                checks),
                        Check.text(checks));
        return ok ? Exit.OK : Exit.FAILED;
    }
}
