package dev.tidegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be named is written down. */
class DocumentationTest {
    private static final Path REFERENCE = Path.of("docs", "reference");
    private static final Pattern CODE =
            Pattern.compile("Problem\\s*\\.(?:of|fault)\\(\\s*\\d+\\s*,\\s*\"([a-z_]+)\"");

    @Test
    void everySettingIsListed() throws IOException {
        var settings = Files.readString(REFERENCE.resolve("settings.md"));

        assertThat(Server.knownSettings().names())
                .allSatisfy(name -> assertThat(settings).contains("`" + name + "`"));
    }

    @Test
    void everyProblemHasItsEntry() throws IOException {
        var problems = Files.readString(REFERENCE.resolve("problems.md"));
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> codes.add(found.group(1)));
            }
        }

        assertThat(codes)
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(problems).containsPattern("(?m)^#+ " + code + "$"));
    }
}
