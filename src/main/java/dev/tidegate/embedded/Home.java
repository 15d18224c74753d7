package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;

/** The folders of one installation. */
record Home(Path folder) {
    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path ports() {
        return folder.resolve("ports.properties");
    }

    /**
     * What can be made again: unpacked programs and caches, when the machine has no place for them.
     */
    Path cache() {
        return folder.resolve("cache");
    }

    /**
     * Stands on the command line of every process of a server of this home, the children of
     * PostgreSQL included.
     */
    String mark(String server) {
        return "tidegate-" + server + "-" + Hash.of(folder.toString()).substring(0, 12);
    }

    static Home at(Path folder) {
        try {
            return new Home(folder.toRealPath());
        } catch (IOException notThere) {
            return new Home(folder.toAbsolutePath().normalize());
        }
    }

    /** Makes the folders. The home may be entered (not listed) by the user PostgreSQL runs as. */
    static Home prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            var home = at(folder);
            for (var open : new Path[] {home.kafka(), home.logs(), home.run()}) {
                Files.createDirectories(open);
            }
            if (!Files.exists(home.secrets())) {
                Files.createDirectory(
                        home.secrets(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            if (Rights.root()) {
                letEnter(home.folder);
            }
            return home;
        } catch (IOException failure) {
            throw new EmbeddedFault(
                    "can't write to the home folder " + folder + ": use --home DIR", failure);
        }
    }

    static void letEnter(Path folder) {
        try {
            var rights = new HashSet<>(Files.getPosixFilePermissions(folder));
            if (rights.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, rights);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
