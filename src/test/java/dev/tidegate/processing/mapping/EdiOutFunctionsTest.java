package dev.tidegate.processing.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.processing.document.Unusable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are told outwards, and that the readers' own functions take them back. */
class EdiOutFunctionsTest {
    @Test
    void aNameComesBackWhateverItsWords() {
        var random = new Random(11);
        int cut = 0;
        for (int i = 0; i < 2_000; i++) {
            var name = new StringBuilder("N");
            for (int n = random.nextInt(150); n > 0; n--) {
                name.append(random.nextInt(5) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
            }
            String whole = name.toString().strip();
            var lines = EdiOutFunctions.nameLines(whole);
            var nad = new HashMap<String, Object>();
            for (int line = 0; line < lines.size(); line++) {
                // as a reader takes them: without blanks around them
                nad.put(line == 0 ? "04" : "04-" + (line + 1), lines.get(line).strip());
            }
            assertThat(EdifactFunctions.nad(nad)).isEqualTo(Map.of("name", whole));
            boolean fits = lines.stream().allMatch(line -> line.length() <= 35);
            cut += fits && lines.size() > 1 ? 1 : 0;
        }
        assertThat(cut).as("names in several lines").isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00:00Z, 20261124, 102",
        "2026-11-24T10:15:00Z, 202611241015UTC, 303",
        "2026-11-24T10:15:30.25Z, 20261124101530UTC, 304",
        "2026-11-24, 20261124, 102",
    })
    void aMomentIsToldInTheFormThatItNeeds(String moment, String told, String format) {
        assertThat(EdiOutFunctions.dtmFor("137", moment))
                .isEqualTo(Map.of("01", "137", "01-2", told, "01-3", format));
    }

    @Test
    void anImpliedPointLosesNothing() {
        assertThat(EdiOutFunctions.minor("44.05", 2)).hasToString("4405");
        assertThat(EdiOutFunctions.minor("1000", 2)).hasToString("100000");
        assertThat(EdiOutFunctions.minor("0", 2)).hasToString("0");
        assertThat(EdiOutFunctions.minor("-1.5", 2)).hasToString("-150");
        assertThat(EdiOutFunctions.minor("1.005", 2)).isInstanceOf(Unusable.class);
    }

    @Test
    void levelsAreCountedAndEachNamesTheLatestThatHoldsIt() {
        var loops =
                List.of(
                        level("S", ""),
                        level("O", "S"),
                        level("I", "O"),
                        level("O", "S"),
                        level("I", "O"));
        assertThat(EdiOutFunctions.hierarchy(loops))
                .extracting(loop -> ((Map<?, ?>) loop.get("HL")).values().toString())
                .containsExactly("[1, , S]", "[2, 1, O]", "[3, 2, I]", "[4, 1, O]", "[5, 4, I]");
    }

    private static Map<String, Object> level(String id, String parent) {
        return Map.of("HL", Map.of("01", id, "02", parent, "03", id));
    }
}
