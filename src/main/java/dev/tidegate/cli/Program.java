package dev.tidegate.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The program as it is on disk, to be started once more as another process.
 *
 * @param classPath the program's own jar first
 */
record Program(List<Path> classPath) {
    private static final String MAIN = "dev.tidegate.Tidegate";
    private static final int KEY_LENGTH = 16;

    static Program current() {
        return new Program(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath())
                        .distinct()
                        .toList());
    }

    /**
     * A copy of the jar, named by its checksum: the next build overwrites the original, and a JVM
     * whose jar changes below it can load no more classes. Classes in a folder (a run from an IDE)
     * are taken as they are.
     */
    Program pinned(Path home) {
        var jar = classPath.getFirst();
        if (!Files.isRegularFile(jar)) {
            return this;
        }
        var kept = home.resolve("program").resolve(key()).resolve("tidegate.jar");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                var draft = kept.resolveSibling("tidegate.jar.new");
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

    /** The checksum of the jar. */
    String key() {
        try {
            var bytes = Files.readAllBytes(classPath.getFirst());
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    List<String> java(List<String> options, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        words.add(MAIN);
        words.addAll(arguments);
        return words;
    }
}
