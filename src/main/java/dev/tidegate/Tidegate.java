package dev.tidegate;

import dev.tidegate.cli.Cli;

/**
 * The program: {@code ./tidegate <command>}. Spring is loaded by the command {@code serve} only.
 */
public final class Tidegate {
    private Tidegate() {}

    public static void main(String... arguments) {
        System.exit(Cli.run(arguments));
    }
}
