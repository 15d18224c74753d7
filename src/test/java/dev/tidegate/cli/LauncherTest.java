package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher itself, in a project of its own whose Maven is a stand-in that notes its calls. */
class LauncherTest {
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "dirname",
                    "readlink",
                    "find",
                    "grep",
                    "mkdir",
                    "touch",
                    "mv",
                    "flock",
                    "head",
                    "tail");

    private Path folder;
    private Path project;
    private Path calls;
    private Path tools;

    @BeforeEach
    void layOut() throws IOException {
        folder = Files.createTempDirectory("launcher");
        project = folder.resolve("project");
        calls = folder.resolve("calls");
        tools = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("broker"));
        Files.createFile(project.resolve("pom.xml"));
        Files.createFile(project.resolve("broker/pom.xml"));
        Files.copy(Path.of("tidegate"), project.resolve("tidegate"));
        for (var tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), Maven.onPath(tool).orElseThrow());
        }
        mavenThat("exit 0");
        program();
    }

    /** By ourselves: it is full of links, and JUnit warns of each one. */
    @AfterEach
    void clear() {
        Fresh.deleteTree(folder);
    }

    @Test
    void buildsOnceAndAgainWhenASourceChanges() throws Exception {
        assertThat(run("--help").code).isZero();
        assertThat(run("--help").code).isZero();
        assertThat(Files.readAllLines(calls)).singleElement().asString().endsWith("package");

        changed(Files.createFile(project.resolve("src/main/New.java")));
        run("--help");
        assertThat(Files.readAllLines(calls)).as("the broker's jars are left alone").hasSize(2);

        changed(project.resolve("broker/pom.xml"));
        run("--help");
        assertThat(Files.readAllLines(calls)).hasSize(4);
        assertThat(Files.readAllLines(calls).get(2)).contains("copy-dependencies");
    }

    private static void changed(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    @Test
    void dataComesOutOfStdoutAndWordsOutOfStderr() throws Exception {
        var run = run("--help");
        assertThat(run.out).startsWith("Supply-chain").contains("Examples:");
        assertThat(run.err).contains("tidegate: building").doesNotContain("Examples");
    }

    @Test
    void misuseIsTwo() throws Exception {
        assertThat(run("fly").code).isEqualTo(2);
        assertThat(run().code).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsShowsWhy() throws Exception {
        mavenThat("echo '[ERROR] cannot find symbol'; exit 1");
        var run = run("status");
        assertThat(run.code).isEqualTo(1);
        assertThat(run.err).contains("the build failed", "cannot find symbol", "mend:");
    }

    @Test
    void withoutMavenTheLineThatMendsItIsTold() throws Exception {
        Files.delete(tools.resolve("mvn"));
        var run = run("status");
        assertThat(run.code).isEqualTo(69);
        assertThat(run.err).contains("no Maven", "mend:");
    }

    @Test
    void aJdkThatIsNot25IsPassedOver() throws Exception {
        var old = Files.createDirectories(folder.resolve("jdk17"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(run(old, "--version").code).isZero();
    }

    private record Run(int code, String out, String err) {}

    private Run run(String... arguments) throws Exception {
        return run(Path.of(System.getProperty("java.home")), arguments);
    }

    private Run run(Path java, String... arguments) throws Exception {
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var words = new java.util.ArrayList<>(List.of(project.resolve("tidegate").toString()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectOutput(out).redirectError(err);
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEGATE_"));
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("TIDEGATE_JAVA_HOME", java.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), text(out), text(err));
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    private void mavenThat(String does) throws IOException {
        var maven = tools.resolve("mvn");
        Files.writeString(
                maven, "#!%s/bash%necho \"$*\" >> %s%n%s%n".formatted(tools, calls, does));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a real build would have made. */
    private void program() throws IOException {
        var lib = Files.createDirectories(project.resolve("target/lib"));
        var classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        for (var entry : classPath) {
            if (entry.endsWith(".jar")) {
                var jar = Path.of(entry);
                var link = lib.resolve(jar.getFileName().toString());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, jar);
                }
            }
        }
        Files.createDirectories(project.resolve("target/broker/lib"));
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var jar = project.resolve("target/tidegate.jar").toString();
        assertThat(tool.run(System.out, System.err, "cf", jar, "-C", "target/classes", "."))
                .isZero();
    }
}
