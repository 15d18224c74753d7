package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the PostgreSQL programs run. PostgreSQL refuses root, so root steps down: to the user
 * nobody where that user can enter the folders, else into a user namespace in which root looks like
 * an ordinary user (the folders above may then be closed to everyone else).
 */
enum Rights {
    AS_I_AM,
    NOBODY,
    NAMESPACE;

    private static final int NOBODY_ID = 65_534;

    static boolean root() {
        return owner(Path.of("/proc/self")) == 0;
    }

    /**
     * The rights that reach both the programs and the data. Data made under one kind of rights
     * stays with it.
     */
    static Rights reaching(Path program, Home home) {
        if (!root()) {
            return AS_I_AM;
        }
        var data = home.postgres();
        var fitting =
                Files.exists(data)
                        ? List.of(owner(data) == 0 ? NAMESPACE : NOBODY)
                        : List.of(NOBODY, NAMESPACE);
        return fitting.stream()
                .filter(rights -> rights.reach(program, home.folder()))
                .findFirst()
                .orElseThrow(() -> closed(program, home.postgres()));
    }

    List<String> prefix() {
        return switch (this) {
            case AS_I_AM -> List.of();
            case NOBODY ->
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY_ID,
                            "--regid=" + NOBODY_ID,
                            "--clear-groups");
            case NAMESPACE -> List.of("unshare", "-U");
        };
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix().stream(), words.stream()).toList();
    }

    /** Gives a folder to the user the programs will run as. */
    void give(Path folder) {
        if (this == NOBODY) {
            try {
                Files.setAttribute(folder, "unix:uid", NOBODY_ID);
                Files.setAttribute(folder, "unix:gid", NOBODY_ID);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private boolean reach(Path program, Path folder) {
        var test =
                command(
                        List.of(
                                "sh",
                                "-c",
                                "test -x \"$0\" && test -x \"$1\"",
                                program.toString(),
                                folder.toString()));
        try {
            return new ProcessBuilder(test)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static EmbeddedFault closed(Path program, Path data) {
        var shut = new ArrayList<String>();
        for (var path : List.of(program, data)) {
            for (var at = path.getParent(); at != null; at = at.getParent()) {
                if (Files.exists(at) && !enterable(at) && !shut.contains(at.toString())) {
                    shut.add(at.toString());
                }
            }
        }
        return new EmbeddedFault(
                shut.isEmpty()
                        ? "PostgreSQL refuses root, and neither setpriv nor unshare works here:"
                                + " run as an ordinary user"
                        : "PostgreSQL refuses root, and only root may enter %s. Mend: chmod o+x %s"
                                .formatted(shut.getFirst(), String.join(" ", shut)));
    }

    private static boolean enterable(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException failure) {
            return false;
        }
    }

    private static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
