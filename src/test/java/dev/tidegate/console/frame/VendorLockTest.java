package dev.tidegate.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Third-party files are what their lock says, to the byte, and there are no others. */
class VendorLockTest {
    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    private record Entry(String file, String name, String version, String licence, String sha384) {
        static Entry of(String line) {
            String[] cells = line.split(" \\| ");
            return new Entry(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    private static List<Entry> lock() throws IOException {
        try (var lines = Files.lines(VENDOR.resolve("vendor.lock"))) {
            return lines.filter(line -> !line.startsWith("#")).map(Entry::of).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsEveryFileAsLocked() throws IOException {
        return lock().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.file(),
                                        () -> {
                                            byte[] bytes =
                                                    Files.readAllBytes(
                                                            VENDOR.resolve(entry.file()));
                                            byte[] hash =
                                                    MessageDigest.getInstance("SHA-384")
                                                            .digest(bytes);
                                            assertThat(Base64.getEncoder().encodeToString(hash))
                                                    .isEqualTo(entry.sha384());
                                            assertThat(entry.file()).contains(entry.version());
                                            assertThat(VENDOR.resolve("LICENSE." + entry.name()))
                                                    .exists();
                                        }));
    }

    @Test
    void locksEveryFile() throws IOException {
        var locked = lock().stream().map(Entry::file).toList();
        try (var files = Files.list(VENDOR)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.startsWith("LICENSE.") && !name.equals("vendor.lock"))
                    .containsExactlyInAnyOrderElementsOf(locked);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
