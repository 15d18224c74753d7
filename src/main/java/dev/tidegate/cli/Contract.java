package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a source has agreed to send. */
@Command(
        name = "contract",
        header = "What a source has agreed to send, field by field.",
        footer = {
            "  ./tidegate contract learn json > contract.json",
            "  ./tidegate contract accept json contract.json --note 'as in the partner's guide'",
            "  ./tidegate contract show json"
        })
final class Contract implements Runnable {
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of show, learn, accept is needed");
    }
}
