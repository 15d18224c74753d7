package dev.tidegate.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.governance.accounting.Accounting;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {
    private static Accounting accounting(long applied, long duplicate, long dead, long pending) {
        return new Accounting(
                applied + duplicate + dead + pending,
                applied,
                duplicate,
                0,
                0,
                dead,
                pending,
                true,
                0,
                0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fillsTheWholeBarWhateverTheParts(long seed) {
        var random = new Random(seed);
        var balance =
                Balance.of(
                        accounting(
                                1 + random.nextLong(10_000_000),
                                random.nextLong(3),
                                random.nextLong(1_000),
                                random.nextLong(2)));

        assertThat(balance.terms().stream().mapToInt(Balance.Term::width).sum())
                .isEqualTo(Balance.WIDTH);
        assertThat(balance.terms())
                .allSatisfy(term -> assertThat(term.width() > 0).isEqualTo(term.count() > 0));
    }

    @Test
    void saysTheEquationInWords() {
        assertThat(Balance.of(accounting(1_200, 3, 1, 0)).inWords())
                .isEqualTo(
                        "1,204 accepted = 1,200 applied + 3 duplicate + 0 stale + 0 parked + 1 dead"
                                + " + 0 pending");
    }
}
