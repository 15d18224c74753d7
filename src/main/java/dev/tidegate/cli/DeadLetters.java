package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What could not be taken in, and mending it. */
@Command(
        name = "dead-letters",
        header = "What could not be taken in, and mending it.",
        footer = {
            "  ./tidegate dead-letters groups",
            "  ./tidegate dead-letters list --source x12",
            "  ./tidegate dead-letters reprocess --code unknown_code --dry-run"
        })
final class DeadLetters implements Runnable {
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "one of list, show, groups, reprocess, discard is needed");
    }
}
