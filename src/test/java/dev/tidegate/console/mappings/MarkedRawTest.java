package dev.tidegate.console.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.FieldOrigin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A sample cut where fields came from. */
class MarkedRawTest {
    private static final byte[] SAMPLE = "Größe;12".getBytes(StandardCharsets.UTF_8);

    @Test
    void piecesAreTheSampleAndKnowEveryPlaceTheyArePartOf() {
        var numbers = new MarkedRaw.Numbers();
        assertThat(numbers.of(from(0, 7))).isEqualTo("0");
        assertThat(numbers.of(from(0, 10))).isEqualTo("1");
        assertThat(numbers.of(from(0, 7))).isEqualTo("0");

        var pieces = MarkedRaw.of(SAMPLE, numbers).pieces();

        assertThat(pieces)
                .containsExactly(
                        new MarkedRaw.Piece("Größe", "0 1"), new MarkedRaw.Piece(";12", "1"));
    }

    @Test
    void segmentsOfOneLineAreShownALineEachAndLinesAreLeft() {
        assertThat(shown("UNB+UNOC:3'UNH+1'")).isEqualTo("UNB+UNOC:3'\nUNH+1'\n");
        assertThat(shown("UNA:+.? ~UNB+UNOC:3~")).isEqualTo("UNA:+.? ~\nUNB+UNOC:3~\n");
        assertThat(shown("UNB+UNOC:3'\nUNH+1'")).isEqualTo("UNB+UNOC:3'\nUNH+1'");
        assertThat(shown("it's {}")).isEqualTo("it's {}");
    }

    private static String shown(String sample) {
        return MarkedRaw.of(sample.getBytes(StandardCharsets.UTF_8), new MarkedRaw.Numbers())
                .pieces()
                .stream()
                .map(MarkedRaw.Piece::text)
                .collect(Collectors.joining());
    }

    private static FieldOrigin from(long offset, int length) {
        return new FieldOrigin("/f", List.of(new FieldOrigin.Place("", offset, length, "")));
    }
}
