package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;

/** What is wrong, and the line that mends it. */
@Command(
        name = "doctor",
        header = "Look at the machine and at what runs; say how to mend what is wrong.",
        footer = "  ./tidegate doctor")
final class Doctor implements Callable<Integer> {
    private final Root root;

    Doctor(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var installation = root.installation();
        var checks = new ArrayList<>(new MachineChecks(installation).all());
        checks.addAll(new RunningChecks(installation).all());
        boolean ok = Check.allOk(checks);
        root.screen().print(Map.of("ok", ok, "checks", checks), Check.text(checks));
        return ok ? Exit.OK : Exit.FAILED;
    }
}
