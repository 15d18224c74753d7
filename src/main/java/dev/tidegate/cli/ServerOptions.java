package dev.tidegate.cli;

import java.util.List;

/** How a server's Java is set: here, where it is trained, and where it is measured. */
public final class ServerOptions {
    public static final List<String> JVM =
            List.of(
                    "-Xms256m",
                    "-Xmx1g",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djdk.xml.dtd.support=deny",
                    // requests come before the compiler, which else takes a core of a start's two
                    "-XX:ThreadPriorityPolicy=1",
                    "-XX:CompilerThreadPriority=10",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xlog:disable",
                    "-Xlog:all=error:stdout");

    private ServerOptions() {}
}
