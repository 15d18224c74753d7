package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Process ids in files, for people and their scripts: we ourselves ask /proc, which can't be stale.
 */
final class Pid {
    private Pid() {}

    static void write(Home home, String server, long pid) {
        try {
            Files.writeString(home.run().resolve(server + ".pid"), pid + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void forget(Home home, String server) {
        try {
            Files.deleteIfExists(home.run().resolve(server + ".pid"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
