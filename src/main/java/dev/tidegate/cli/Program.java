package dev.tidegate.cli;

import dev.tidegate.embedded.Cache;
import dev.tidegate.embedded.Processes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The program as it is on disk, to be started once more as another process.
 *
 * @param classPath the program's own jar first
 */
record Program(List<Path> classPath) {
    private static final String MAIN = "dev.tidegate.Tidegate";
    private static final String FOLDER = "program";
    private static final String JAR = "tidegate.jar";
    private static final int KEPT_MAX = 4;

    static Program current() {
        return new Program(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath())
                        .distinct()
                        .toList());
    }

    /**
     * The same with a copy of the jar, named by its checksum, in the machine's cache: the next
     * build overwrites the original, and a JVM whose jar changes below it can load no more classes.
     * Classes in a folder (a run from an IDE) are taken as they are.
     */
    Program pinned(Path home) {
        var jar = classPath.getFirst();
        var all = Cache.folder(home).resolve(FOLDER);
        if (!Files.isRegularFile(jar) || jar.startsWith(all)) {
            return this;
        }
        var folder = all.resolve(Checksum.of(classPath));
        var kept = folder.resolve(JAR);
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(folder);
                var draft = Files.createTempFile(folder, JAR, ".new");
                Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var entries = new ArrayList<>(classPath);
        entries.set(0, kept);
        return new Program(entries);
    }

    /**
     * Where the server's ahead-of-time cache is, or will be: beside the pinned jar. It fits one
     * class path on one JVM.
     */
    Optional<Path> aotCache() {
        var jar = classPath.getFirst();
        return Files.isRegularFile(jar)
                ? Optional.of(
                        jar.resolveSibling(
                                "server-" + System.getProperty("java.vm.version") + ".aot"))
                : Optional.empty();
    }

    /** Deletes the pinned copies of all but the latest builds; what runs keeps its own. */
    static void forgetOld(Path home) {
        try (var folders = Files.list(Cache.folder(home).resolve(FOLDER))) {
            folders.sorted(Comparator.comparing(Program::age).reversed())
                    .skip(KEPT_MAX)
                    .filter(folder -> Processes.bearing(folder.toString()).isEmpty())
                    .forEach(Fresh::deleteTree);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileTime age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> java(List<String> options, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(path());
        words.add(MAIN);
        words.addAll(arguments);
        return words;
    }

    /** The class path as the JVM takes it. */
    String path() {
        return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }
}
