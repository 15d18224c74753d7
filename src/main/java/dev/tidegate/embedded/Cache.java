package dev.tidegate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine's place for what can be made again and is shared by all homes: unpacked server
 * programs, ahead-of-time caches. Set {@code tidegate.cache} to move it.
 */
public final class Cache {
    private Cache() {}

    /** The folder, made if need be; one inside this home where the machine's can't be written. */
    public static Path folder(Path home) {
        return folder(Home.at(home));
    }

    static Path folder(Home home) {
        var wanted = wanted();
        try {
            Files.createDirectories(wanted);
            if (Files.isWritable(wanted)) {
                return wanted;
            }
        } catch (IOException readOnlyMachine) {
            // the home itself serves as well, only that others can't share it
        }
        try {
            return Files.createDirectories(home.cache());
        } catch (IOException failure) {
            throw new EmbeddedFault("can't write to " + home.cache(), failure);
        }
    }

    private static Path wanted() {
        var set = System.getProperty("tidegate.cache");
        if (set != null) {
            return Path.of(set).toAbsolutePath();
        }
        if (Rights.root()) {
            return Path.of("/var/cache/tidegate");
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || xdg.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "tidegate")
                : Path.of(xdg, "tidegate");
    }
}
