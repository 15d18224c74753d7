package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.epcis.EpcisAdapter;
import dev.tidegate.processing.json.JsonAdapter;
import dev.tidegate.processing.tabular.TabularAdapter;
import dev.tidegate.processing.xml.XmlAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a writer writes reads back as the same trees, whatever was read. */
class WritersAreInverseTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final NormaliserSettings LIMITS = NormaliserSettings.DEFAULTS;
    private static final int SIZE_MAX = 64 * 1024 * 1024;
    private static final String CREATED = "2026-11-24T10:00:00Z";

    static Stream<Path> golden() throws IOException {
        return Files.list(GOLDEN)
                .filter(file -> !file.toString().endsWith(".events"))
                .filter(file -> Kind.of(file) != Kind.OTHER)
                .sorted();
    }

    enum Kind {
        XML,
        EPCIS,
        CSV,
        JSON,
        OTHER;

        static Kind of(Path file) {
            String name = file.getFileName().toString();
            String folder = String.valueOf(file.toAbsolutePath());
            if (folder.contains("/epcis/") || name.endsWith(".epcis")) {
                return EPCIS;
            }
            if (name.matches(".*\\.(ubl|idoc|gs1|cxml|xml)")) {
                return XML;
            }
            return name.endsWith(".csv") ? CSV : name.endsWith(".json") ? JSON : OTHER;
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void ourOwnMessages(Path file) throws IOException {
        assertThat(written(file)).isPositive();
    }

    @Test
    @Tag("real-data")
    void realMessages() throws IOException {
        var root =
                Stream.of("../shared/fixtures", "../../shared/fixtures")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
        assumeThat(root).as("the real messages stand beside the project").isPresent();
        int written = 0;
        for (String folder : List.of("ubl", "idoc", "epcis", "logistics", "demand", "suites")) {
            try (var files = Files.walk(root.orElseThrow().resolve(folder))) {
                for (Path file :
                        files.filter(f -> Files.isRegularFile(f) && Kind.of(f) != Kind.OTHER)
                                .toList()) {
                    written += written(file);
                }
            }
        }
        assertThat(written).isGreaterThan(1_000);
    }

    /** How many documents of a file were written and read back. */
    private static int written(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return switch (Kind.of(file)) {
            case XML -> xml(file, bytes);
            case EPCIS -> epcis(file, bytes, "json") + epcis(file, bytes, "xml");
            case CSV -> csv(file, bytes);
            case JSON -> json(file, bytes);
            case OTHER -> 0;
        };
    }

    private static int xml(Path file, byte[] bytes) {
        var adapter = new XmlAdapter(LIMITS);
        int written = 0;
        for (Reading.Document document : documents(adapter, Given.xml("ubl"), bytes)) {
            var outgoing = List.of(new Outgoing(document.tree(), document.variables()));
            var writer = writer("xml", outgoing);
            if (document.tree().containsKey("UBLExtensions")) {
                assertThatThrownBy(() -> writer.write(outgoing, SIZE_MAX))
                        .isInstanceOfSatisfying(
                                Unwritable.class,
                                e -> assertThat(e.place()).isEqualTo("/tree/UBLExtensions"));
                continue;
            }
            var again = documents(adapter, Given.xml("ubl"), writer.write(outgoing, SIZE_MAX));
            assertThat(again).as("%s", file).hasSize(1);
            assertThat(again.getFirst().tree()).as("%s", file).isEqualTo(document.tree());
            assertThat(withoutIndexes(again.getFirst().variables()))
                    .as("%s", file)
                    .isEqualTo(withoutIndexes(document.variables()));
            written++;
        }
        return written;
    }

    /** The second of two documents is the first when it is written alone. */
    private static Map<String, Object> withoutIndexes(Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.computeIfPresent("xpath", (_, path) -> path.toString().replaceAll("\\[\\d+]", ""));
        return all;
    }

    private static int epcis(Path file, byte[] bytes, String syntax) {
        var adapter = new EpcisAdapter(LIMITS);
        var read = documents(adapter, Given.epcis(), bytes);
        if (read.isEmpty()) {
            return 0;
        }
        var outgoing =
                read.stream()
                        .map(
                                document ->
                                        new Outgoing(
                                                document.tree(),
                                                Map.of("syntax", syntax, "created", CREATED)))
                        .toList();
        byte[] again = writer("epcis", outgoing).write(outgoing, SIZE_MAX);
        assertThat(documents(adapter, Given.epcis(), again))
                .as("%s as %s", file, syntax)
                .extracting(Reading.Document::tree)
                .isEqualTo(read.stream().map(Reading.Document::tree).toList());
        if (syntax.equals("xml")) {
            /* Our own samples have events that GS1's schema forbids, on purpose. */
            assertThat(file.startsWith(GOLDEN) ? Optional.empty() : Schemas.epcis(again))
                    .as("%s", file)
                    .isEmpty();
        }
        return read.size();
    }

    private static int csv(Path file, byte[] bytes) {
        return together("csv", new TabularAdapter(LIMITS), Given.csv(), file, bytes);
    }

    private static int json(Path file, byte[] bytes) {
        return together("json", new JsonAdapter(LIMITS), Given.json(), file, bytes);
    }

    private static int together(
            String format, Adapter adapter, SourceDefinition source, Path file, byte[] bytes) {
        var read = documents(adapter, source, bytes);
        if (read.isEmpty()) {
            return 0;
        }
        var outgoing =
                read.stream()
                        .map(document -> new Outgoing(document.tree(), document.variables()))
                        .toList();
        byte[] again = writer(format, outgoing).write(outgoing, SIZE_MAX);
        assertThat(documents(adapter, source, again))
                .as("%s", file)
                .extracting(Reading.Document::tree)
                .isEqualTo(read.stream().map(Reading.Document::tree).toList());
        return read.size();
    }

    private static DocumentWriter writer(String format, List<Outgoing> documents) {
        return Writers.of(
                        Writers.format(format).orElseThrow(), documents, OutboundSettings.DEFAULTS)
                .orElseThrow();
    }

    private static List<Reading.Document> documents(
            Adapter adapter, SourceDefinition source, byte[] bytes) {
        var read = new ArrayList<Reading.Document>();
        adapter.read(
                Given.message(source, "application/octet-stream", bytes),
                source,
                reading -> {
                    if (reading instanceof Reading.Document document) {
                        read.add(document);
                    }
                });
        return read;
    }
}
