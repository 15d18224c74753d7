package dev.tidegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages tell a reader to type works as it stands; a block marked {@code no-run} is left
 * out.
 */
@Tag("prove")
@Tag("slow")
class DocumentationRunsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path HOME = PROJECT.resolve("target/docs-home");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final long MINUTES_MAX = 5;

    @TempDir static Path folder;

    @BeforeAll
    static void start() throws Exception {
        var launcher = folder.resolve("tidegate");
        Files.writeString(
                launcher,
                "#!/usr/bin/env bash\nexec '"
                        + PROJECT.resolve("tidegate")
                        + "' \"$@\" --home '"
                        + HOME
                        + "'\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThat(run("./tidegate up --detach --port " + freePort())).contains("127.0.0.1");
    }

    @AfterAll
    static void stop() throws Exception {
        run("./tidegate down");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/tutorials/first-messages.md",
                "docs/how-to/run-and-recover.md",
                "README.md"
            })
    void everyBlockOfThePageRuns(String page) throws Exception {
        var blocks = blocks(page);
        assertThat(blocks).as("blocks of " + page).isNotEmpty();
        run(String.join("\n", blocks));
    }

    private static List<String> blocks(String page) throws IOException {
        var blocks = new ArrayList<String>();
        BLOCK.matcher(Files.readString(PROJECT.resolve(page)))
                .results()
                .forEach(found -> blocks.add(found.group(1)));
        return blocks;
    }

    private static String run(String script) throws Exception {
        var output = folder.resolve("output.txt");
        var process =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        var said = Files.readString(output);
        assertThat(ended).as("ended in time: " + said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
