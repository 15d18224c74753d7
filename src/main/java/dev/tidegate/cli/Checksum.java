package dev.tidegate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a class path by what is in it: the first jar's bytes; place, size and age of the others.
 */
final class Checksum {
    private static final int LENGTH = 16;

    private Checksum() {}

    static String of(List<Path> classPath) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(classPath.getFirst()));
            for (var jar : classPath.subList(1, classPath.size())) {
                digest.update(line(jar).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    private static String line(Path jar) throws IOException {
        return "%s %d %s%n".formatted(jar, Files.size(jar), Files.getLastModifiedTime(jar));
    }
}
