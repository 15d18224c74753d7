package dev.tidegate.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two versions, line by line. */
class LineDifferenceTest {
    @Test
    void aChangedLineIsGoneAndNewBetweenItsNeighbours() {
        assertThat(told("a\nb\nc", "a\nB\nc")).containsExactly(" a", "-b", "+B", " c");
    }

    @Test
    void whatIsFarFromAnyChangeIsLeftOut() {
        String long1 =
                IntStream.range(0, 50).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));

        assertThat(told(long1, long1.replace("l25\n", "")))
                .containsExactly(
                        " …", " l22", " l23", " l24", "-l25", " l26", " l27", " l28", " …");
    }

    @Test
    void veryLongTextsAreStillToldWhole() {
        String many =
                IntStream.range(0, 5_000).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));

        assertThat(told(many, many + "\nlast")).endsWith("+last").hasSizeLessThan(10);
    }

    private static List<String> told(String before, String after) {
        return LineDifference.between(before, after).stream()
                .map(line -> line.sign() + line.text())
                .toList();
    }
}
