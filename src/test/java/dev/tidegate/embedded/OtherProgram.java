package dev.tidegate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program beside the test, to be killed: it ensures the servers, says so in a file and waits. */
final class OtherProgram {
    private OtherProgram() {}

    static Process ensuring(Path home) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        home.toString())
                .inheritIO()
                .start();
    }

    static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        EmbeddedServices.ensure(home);
        Files.createFile(home.resolve("ensured"));
        new CountDownLatch(1).await();
    }
}
