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
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xlog:disable",
                    "-Xlog:all=error:stdout");

    private ServerOptions() {}
}
