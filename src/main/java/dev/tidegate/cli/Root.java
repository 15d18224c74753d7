package dev.tidegate.cli;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.ScopeType.INHERIT;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command understands. */
@Command(
        name = "tidegate",
        header = "Supply-chain messages in, live orders, stock and shipments out, exactly once.",
        footer = {
            "  ./tidegate up --detach                       start everything, come back when ready",
            "  ./tidegate send orders.edi --source x12 --wait",
            "  ./tidegate accounting                        does what was accepted add up?",
            "  ./tidegate down"
        },
        version = "tidegate 0.1.0")
final class Root implements Runnable {
    private final Deployment deployment;

    @Option(
            names = "--json",
            scope = INHERIT,
            description = "Data as JSON: one object, or one object a line.")
    boolean json;

    @Option(
            names = "--no-input",
            scope = INHERIT,
            description = "Never ask. Nothing ever asks; scripts may say so.")
    boolean noInput;

    @Option(
            names = "--home",
            scope = INHERIT,
            paramLabel = "DIR",
            defaultValue = "${env:TIDEGATE_HOME}",
            description = "Where data, logs and secrets are (default: .tidegate in the project).")
    @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @SuppressWarnings("NullAway.Init")
    @Spec
    CommandSpec spec;

    Root(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }

    Installation installation() {
        var root = Path.of(System.getenv().getOrDefault("TIDEGATE_ROOT", ""));
        var folder = home == null || home.toString().isBlank() ? root.resolve(".tidegate") : home;
        return new Installation(
                root.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize());
    }

    Deployment deployment() {
        return deployment;
    }

    Screen screen() {
        return new Screen(System.out, System.err, json);
    }
}
