package dev.tidegate.cli;

import static picocli.CommandLine.Command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From a partner's sample file to a source that reads such files. */
@Command(
        name = "onboard",
        header = "From a partner's sample file to a source that reads such files.",
        footer = {
            "  ./tidegate onboard draft sample.csv --source acme-orders --fill kind=purchase",
            "  ./tidegate onboard check acme-orders",
            "  ./tidegate onboard publish acme-orders"
        })
final class Onboard implements Runnable {
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of draft, check, publish is needed");
    }
}
