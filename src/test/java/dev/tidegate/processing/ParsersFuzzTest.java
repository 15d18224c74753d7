package dev.tidegate.processing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tidegate.contract.CanonicalCodec;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/**
 * Anything in, at least one entry out. Runs over the kept inputs as a plain test; with {@code
 * JAZZER_FUZZ=1 mvn test -Dtest=ParsersFuzzTest#json} it looks for new ones.
 */
@Tag("slow")
class ParsersFuzzTest {
    private final Normaliser normaliser = new Normaliser(NormaliserSettings.DEFAULTS);
    private final CanonicalCodec codec = new CanonicalCodec();

    @FuzzTest(maxDuration = "5s")
    void json(byte[] bytes) {
        read(Given.json(), bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void csv(byte[] bytes) {
        read(Given.csv(), bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void fixedWidth(FuzzedDataProvider data) {
        var layout = Map.of("layout", data.consumeString(200), "encoding", "windows-1252");
        read(Given.table(Adapter.FIXED_WIDTH, layout), data.consumeRemainingAsBytes());
    }

    /** The bytes are a sheet's: nothing would get through a zip archive's checks by chance. */
    @FuzzTest(maxDuration = "5s")
    void workbook(byte[] sheet) {
        read(Given.csv(), Books.of(sheet));
    }

    @FuzzTest(maxDuration = "5s")
    void archive(byte[] bytes) {
        read(Given.csv(), Books.zipLike(bytes));
    }

    @FuzzTest(maxDuration = "5s")
    void x12(byte[] bytes) {
        read(Given.x12(), bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void edifact(byte[] bytes) {
        read(Given.edifact(), bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void xml(byte[] bytes) {
        for (String source : List.of("idoc", "ubl", "cxml", "gs1")) {
            read(Given.xml(source), bytes);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void epcis(byte[] bytes) {
        read(Given.epcis(), bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void mapping(FuzzedDataProvider data) {
        String expression = data.consumeString(500);
        read(
                Given.with(Given.json(), expression),
                Samples.JSON_ORDER.getBytes(StandardCharsets.UTF_8));
    }

    private void read(SourceDefinition source, byte[] bytes) {
        var events =
                normaliser.normalise(
                        Given.message(source, "application/octet-stream", bytes), source);
        if (events.isEmpty()) {
            throw new AssertionError("no entry");
        }
        for (var event : events) {
            codec.decode(codec.encode(event));
            if (event.entries() != events.size()) {
                throw new AssertionError("wrong number of entries");
            }
        }
    }
}
