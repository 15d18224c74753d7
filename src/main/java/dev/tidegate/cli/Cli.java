package dev.tidegate.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import dev.tidegate.embedded.EmbeddedFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands, how help is laid out, and what becomes of failures. */
public final class Cli {
    /** Examples come first: most readers need nothing below them. */
    private static final List<String> HELP =
            List.of(
                    SECTION_KEY_HEADER,
                    SECTION_KEY_FOOTER_HEADING,
                    SECTION_KEY_FOOTER,
                    SECTION_KEY_SYNOPSIS_HEADING,
                    SECTION_KEY_SYNOPSIS,
                    SECTION_KEY_DESCRIPTION,
                    SECTION_KEY_PARAMETER_LIST,
                    SECTION_KEY_OPTION_LIST_HEADING,
                    SECTION_KEY_OPTION_LIST,
                    SECTION_KEY_COMMAND_LIST_HEADING,
                    SECTION_KEY_COMMAND_LIST);

    private Cli() {}

    /** Runs one command line; the answer is the exit code. */
    public static int run(Deployment deployment, String... arguments) {
        var root = new Root(deployment);
        return commandLine(root, arguments).execute(arguments);
    }

    /** Of all commands, only the one that is asked for is made: the others cost start time. */
    static CommandLine commandLine(Root root, String... arguments) {
        var commands = commands(root);
        var line = new CommandLine(root);
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(List.of(arguments[0]));
        }
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        lay(line);
        return line.setExecutionExceptionHandler(Cli::failed)
                .setParameterExceptionHandler(Cli::misused);
    }

    /** By name, in the order in which help lists them. */
    private static Map<String, Supplier<Object>> commands(Root root) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("up", () -> new Up(root));
        commands.put("down", () -> new Down(root));
        commands.put("status", () -> new Status(root));
        commands.put("logs", () -> new Logs(root));
        commands.put("doctor", () -> new Doctor(root));
        commands.put("send", () -> new Send(root));
        commands.put("receipt", () -> new ReceiptCommand(root));
        commands.put("acknowledge", () -> new Acknowledge(root));
        commands.put("tail", () -> new Tail(root));
        commands.put("accounting", () -> new AccountingCommand(root));
        commands.put("onboard", () -> onboard(root));
        commands.put("rehearse", () -> new Rehearse(root));
        commands.put("contract", () -> contract(root));
        commands.put("findings", () -> findings(root));
        commands.put("render", () -> new Render(root));
        commands.put("lint", () -> new Lint(root));
        commands.put("dead-letters", () -> deadLetters(root));
        commands.put("replay", () -> new Replay(root));
        commands.put("test", () -> new TestCommand(root));
        commands.put("bench", () -> new Bench(root));
        commands.put("prove", () -> new Prove(root));
        commands.put("serve", () -> new Serve(root));
        commands.put("train", () -> new Train(root));
        return commands;
    }

    private static CommandLine onboard(Root root) {
        return new CommandLine(new Onboard())
                .addSubcommand(new OnboardDraft(root))
                .addSubcommand(new OnboardCheck(root))
                .addSubcommand(new OnboardPublish(root));
    }

    private static CommandLine contract(Root root) {
        return new CommandLine(new Contract())
                .addSubcommand(new ContractShow(root))
                .addSubcommand(new ContractLearn(root))
                .addSubcommand(new ContractAccept(root));
    }

    private static CommandLine findings(Root root) {
        return new CommandLine(new Findings())
                .addSubcommand(new FindingsList(root))
                .addSubcommand(new FindingsShow(root))
                .addSubcommand(new FindingsClose(root));
    }

    private static CommandLine deadLetters(Root root) {
        return new CommandLine(new DeadLetters())
                .addSubcommand(new DeadLettersList(root))
                .addSubcommand(new DeadLettersShow(root))
                .addSubcommand(new DeadLettersGroups(root))
                .addSubcommand(new DeadLettersReprocess(root))
                .addSubcommand(new DeadLettersDiscard(root));
    }

    private static void lay(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .sectionKeys(HELP)
                .footerHeading("%nExamples:%n")
                .synopsisHeading("%nUsage: ")
                .abbreviateSynopsis(true)
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false)
                .width(100);
        line.getSubcommands().values().forEach(Cli::lay);
    }

    private static int failed(Exception exception, CommandLine line, ParseResult parsed) {
        Root root = line.getCommandSpec().root().commandLine().getCommand();
        var failure =
                switch (exception) {
                    case Failure expected -> expected;
                    case EmbeddedFault fault -> Failure.missing(String.valueOf(fault.getMessage()));
                    default -> Failure.failed("this is a fault of ours: " + exception);
                };
        root.screen().complain(failure);
        if (!(exception instanceof Failure)) {
            Traces.ifWanted(exception);
        }
        return failure.code();
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        var line = misuse.getCommandLine();
        var err = line.getErr();
        err.println("tidegate: " + misuse.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(misuse, err);
        err.println("  mend: ./" + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }
}
