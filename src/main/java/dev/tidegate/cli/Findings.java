package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where what came departs from what was agreed. */
@Command(
        name = "findings",
        header = "Where what came departs from what was agreed.",
        footer = {
            "  ./tidegate findings list --source json",
            "  ./tidegate findings show 7",
            "  ./tidegate findings close 7 --why 'they count in cases now' --contract 3"
        })
final class Findings implements Runnable {
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of list, show, close is needed");
    }
}
