package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.processing.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the starting mappings write of some samples, for a person to look at, in {@code
 * src/test/resources/golden-outbound}. {@code -Dgolden.rewrite=true} writes it anew; read the
 * difference before committing it.
 */
class OutboundGoldenTest {
    private static final Path SENT = Path.of("src/test/resources/golden");
    private static final Path FOLDER = Path.of("src/test/resources/golden-outbound");
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "own_gln", "4012345000016",
                    "own_name", "Acme Outdoor",
                    "own_code", "ACME",
                    "control_number", "4711",
                    "syntax", "xml");

    @ParameterizedTest
    @CsvSource({
        "order-850.x12, ubl, xml",
        "order-850.x12, idoc, xml",
        "order-850.x12, csv, csv",
        "order-850.x12, json, json",
        "response-855.x12, ubl, xml",
        "ship-notice-856.x12, ubl, xml",
        "ship-notice-856.x12, idoc, xml",
        "ship-notice-856.x12, epcis, xml",
        "inventory-846.x12, ubl, xml",
        "inventory-846.x12, csv, csv",
        "invoice-810.x12, ubl, xml"
    })
    void isWrittenAsItWas(String sent, String format, String ending) throws IOException {
        var events = Given.events(Given.x12(), Files.readAllBytes(SENT.resolve(sent)));
        var written =
                new String(
                        Rendered.bytes(Rendered.as(format, first(events), PARAMETERS)),
                        StandardCharsets.UTF_8);
        var file = FOLDER.resolve(sent.replace(".x12", "") + "." + format + "." + ending);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    /** The first document, or all counts. */
    private static List<CanonicalEvent> first(List<CanonicalEvent> events) {
        var counts = events.stream().filter(e -> e.type() == EventType.STOCK_COUNT).toList();
        return counts.isEmpty() ? List.of(events.getFirst()) : counts;
    }
}
