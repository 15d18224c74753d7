package dev.tidegate.governance.registry.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Our own schemas tell what we ask of others' contracts. */
class CanonicalSemanticsTest {
    @Test
    void everyFieldOfTheCanonicalSchemasTellsWhatItMeans() {
        assertThat(CanonicalSchemas.all()).hasSizeGreaterThan(8);
        assertThat(
                        Stream.concat(
                                        CanonicalSchemas.all().stream(),
                                        Stream.of(CanonicalSchemas.envelope()))
                                .flatMap(schema -> lacking(schema).stream()))
                .isEmpty();
    }

    @Test
    void everyFieldOfTheFactsTellsWhatItMeans() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/avro"))) {
            var facts =
                    files.filter(file -> file.getFileName().toString().startsWith("fact_"))
                            .toList();
            assertThat(facts).hasSizeGreaterThan(5);
            for (var file : facts) {
                assertThat(lacking(new Schema.Parser().parse(file.toFile()))).isEmpty();
            }
        }
    }

    private static List<String> lacking(Schema schema) {
        var fields = AvroFields.of(schema);
        assertThat(fields).as(schema.getName()).isNotEmpty();
        return fields.stream()
                .filter(field -> !field.lacking(false).isEmpty())
                .map(field -> schema.getName() + field.pointer() + " " + field.lacking(false))
                .toList();
    }
}
