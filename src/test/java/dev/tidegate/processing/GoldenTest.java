package dev.tidegate.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.source.SourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of our own and what the demo's sources make of them, beside each other in {@code
 * src/test/resources/golden}. {@code -Dgolden.rewrite=true} writes the answers anew; read the
 * difference before committing it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<Path> messages() throws IOException {
        return Files.list(FOLDER).filter(file -> !file.toString().endsWith(".events")).sorted();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void becomesWhatItBecame(Path message) throws IOException {
        var answer = Path.of(message + ".events");
        String shown = Shown.of(Given.events(source(message), Files.readAllBytes(message)));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(answer, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(answer));
    }

    static SourceDefinition source(Path message) {
        String name = message.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> Given.json();
            case "csv" -> Given.csv();
            case "x12" -> Given.x12();
            case "edifact" -> Given.edifact();
            case "idoc", "ubl", "cxml", "gs1" ->
                    Given.xml(name.substring(name.lastIndexOf('.') + 1));
            case "epcis" -> Given.epcis();
            default -> throw new IllegalArgumentException("no source for " + name);
        };
    }
}
