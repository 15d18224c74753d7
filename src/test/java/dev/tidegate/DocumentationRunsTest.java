package dev.tidegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages tell a reader to type works as it stands. Every page is looked through, so none
 * can be forgotten; a block marked {@code sh no-run} is shown only.
 */
@Tag("slow")
class DocumentationRunsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path HOME = PROJECT.resolve("target/docs-home");
    private static final Path FRONT = Path.of("README.md");

    /** The page whose first block gets the token that other pages use. */
    private static final Path TOKEN = Path.of("docs/how-to/send-messages.md");

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(?<kind>[^\\n]*)\\n(?<text>.*?)^```$");
    private static final String RUN = "sh";
    private static final Set<String> SHOWN_ONLY =
            Set.of("sh no-run", "json", "csv", "properties", "sql", "text");
    private static final long MINUTES_MAX = 5;

    @TempDir static Path folder;

    private record Block(String kind, String text) {}

    /** A shell as the pages' reader has it, but one in which a refused request is a failure. */
    @BeforeAll
    static void start() throws Exception {
        for (String tool : List.of("curl", "jq")) {
            assumeTrue(run("command -v " + tool + " || true").contains(tool), tool + " is missing");
        }
        var port = freePort();
        program("tidegate", "'" + PROJECT.resolve("tidegate") + "' \"$@\" --home '" + HOME + "'");
        program(
                "up",
                "'"
                        + PROJECT.resolve("tidegate")
                        + "' up --detach --port "
                        + port
                        + " --home '"
                        + HOME
                        + "'");
        Files.createDirectory(folder.resolve("bin"));
        program("bin/curl", "\"$(PATH=${PATH#*:} command -v curl)\" --fail-with-body \"$@\"");
        Files.createDirectories(HOME);
        Files.createSymbolicLink(folder.resolve(".tidegate"), HOME);
        assertThat(run("./up")).contains("127.0.0.1:" + port);
        Files.writeString(
                folder.resolve("url"), "export TIDEGATE_URL=http://127.0.0.1:" + port + "\n");
    }

    @AfterAll
    static void stop() throws Exception {
        run("[ ! -e tidegate ] || ./tidegate down");
    }

    /** Pages with something to run; the front page is the last, for it ends with {@code down}. */
    static Stream<Path> pages() throws IOException {
        return all().filter(page -> !script(page).isEmpty())
                .sorted(Comparator.comparing((Path page) -> page.equals(FRONT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyBlockOfThePageRuns(Path page) throws Exception {
        var script = script(page);
        boolean needsToken = script.contains("$TOKEN") && !script.contains("TOKEN=$(");
        run("./up");
        run(
                Files.readString(folder.resolve("url"))
                        + (needsToken ? blocks(TOKEN).getFirst().text() : "")
                        + script);
    }

    @Test
    void everyBlockSaysWhetherItRuns() throws IOException {
        assertThat(all().filter(page -> page.startsWith("docs"))).hasSizeGreaterThan(20);
        assertThat(all())
                .allSatisfy(
                        page ->
                                assertThat(blocks(page))
                                        .as("blocks of " + page)
                                        .extracting(Block::kind)
                                        .allMatch(
                                                kind ->
                                                        kind.equals(RUN)
                                                                || SHOWN_ONLY.contains(kind)));
    }

    private static Stream<Path> all() throws IOException {
        try (var docs = Files.walk(Path.of("docs"));
                var beside = Files.list(Path.of(""))) {
            return Stream.concat(docs, beside)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String script(Path page) {
        return String.join(
                "\n",
                blocks(page).stream()
                        .filter(block -> block.kind().equals(RUN))
                        .map(Block::text)
                        .toList());
    }

    private static List<Block> blocks(Path page) {
        try {
            var blocks = new ArrayList<Block>();
            Matcher found = BLOCK.matcher(Files.readString(PROJECT.resolve(page)));
            while (found.find()) {
                blocks.add(new Block(found.group("kind").strip(), found.group("text")));
            }
            return blocks;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void program(String name, String line) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\nexec " + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String run(String script) throws Exception {
        var output = folder.resolve("output.txt");
        var shell =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        shell.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        var process = shell.start();
        boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        var said = Files.readString(output);
        if (!ended) {
            process.destroyForcibly();
        }
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
