package dev.tidegate.cli;

import static picocli.CommandLine.Option;

/** As whom the API is called. */
final class TenantOption {
    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "acme",
            description = "Whose client to be (default: ${DEFAULT-VALUE}).")
    String name = "acme";
}
