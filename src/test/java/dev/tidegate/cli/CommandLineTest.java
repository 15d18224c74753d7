package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.Tidegate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on: exit codes, and what goes to which stream. */
@Isolated("it takes the process's own stdout and stderr")
class CommandLineTest {
    @TempDir Path folder;

    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(stdout);
        System.setErr(stderr);
    }

    @Test
    void helpIsDataAndLeadsWithExamples() {
        assertThat(run("--help")).isZero();
        assertThat(data()).containsSubsequence("Examples:", "./tidegate up", "Usage:", "Commands:");
        assertThat(data()).doesNotContain("  serve ").doesNotContain("  train ");
        assertThat(words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "logs",
                "doctor",
                "send",
                "receipt",
                "acknowledge",
                "tail",
                "accounting",
                "dead-letters",
                "replay",
                "onboard",
                "rehearse",
                "render",
                "test",
                "bench"
            })
    void everyCommandShowsAnExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(data()).containsSubsequence("Examples:", "./tidegate " + command, "Usage:");
    }

    @Test
    void anUnknownCommandIsMisuseAndTheNearestOneIsTold() {
        assertThat(run("stauts")).isEqualTo(2);
        assertThat(words()).contains("stauts", "status", "mend: ./tidegate --help");
        assertThat(data()).isEmpty();
    }

    @Test
    void noCommandIsMisuse() {
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void whatIsMissingOnTheLineIsMisuse() {
        assertThat(run("send", "file.csv")).isEqualTo(2);
        assertThat(words()).contains("--source");
        assertThat(run("dead-letters")).isEqualTo(2);
        assertThat(run("dead-letters", "reprocess")).isEqualTo(2);
        assertThat(run("up", "--roles", "cook")).isEqualTo(2);
        assertThat(words()).contains("no role 'cook'");
    }

    @Test
    void aFileThatIsNotThereIsMisuse() {
        assertThat(run("send", "nowhere.csv", "--source", "csv", home())).isEqualTo(2);
        assertThat(words()).contains("nowhere.csv");
    }

    @Test
    void withoutAServerTheLineThatStartsItIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("orders.csv"), "a,b\n");

        assertThat(run("send", file.toString(), "--source", "csv", home())).isEqualTo(69);
        assertThat(words()).contains("no server is running", "mend: ./tidegate up");
        assertThat(run("accounting", home())).isEqualTo(69);
        assertThat(run("tail", home())).isEqualTo(69);
        assertThat(data()).isEmpty();
    }

    @Test
    void statusOfNothingFailsAndTellsHowToStart() {
        assertThat(run("status", "--json", "--no-input", home())).isEqualTo(1);
        assertThat(data()).startsWith("{").contains("\"ok\":false", "./tidegate up --detach");
    }

    @Test
    void optionsMayStandBeforeTheCommandToo() {
        assertThat(run("--json", home(), "status")).isEqualTo(1);
        assertThat(data()).startsWith("{");
    }

    @Test
    void downOfNothingIsWell() {
        assertThat(run("down", "--json", home())).isZero();
        assertThat(data()).isEqualToIgnoringNewLines("{\"stopped\":[]}");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void aTakenPortIsNotMovedAwayFromSilently() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());
            assertThat(run("up", "--detach", "--port", port, home())).isEqualTo(69);
            assertThat(words()).contains(port + " of 127.0.0.1 is taken", "mend: ./tidegate up");
        }
    }

    @Test
    void theCommandThatIsAskedForIsMadeAlone() {
        var root = new Root(Tidegate.deployment());
        for (String name : Cli.commandLine(root).getSubcommands().keySet()) {
            assertThat(Cli.commandLine(root, name, "--help").getSubcommands())
                    .containsOnlyKeys(name);
        }
        assertThat(Cli.commandLine(root, "ups").getSubcommands()).containsKeys("up", "down");
    }

    private String home() {
        return "--home=" + folder.resolve("home");
    }

    private int run(String... arguments) {
        return Cli.commandLine(new Root(Tidegate.deployment()))
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .execute(arguments);
    }

    private String data() {
        return data.toString(StandardCharsets.UTF_8);
    }

    private String words() {
        return words.toString(StandardCharsets.UTF_8);
    }
}
