package dev.tidegate.governance.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.Fate;
import dev.tidegate.contract.Settlements.Settled;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanSumTest {
    private final SpanSum sum = new SpanSum();

    private static Settled applied(long entries, long settled) {
        return new Settled(entries, settled, Map.of(Fate.APPLIED, settled));
    }

    @Test
    void countsEntriesByTheirFates() {
        sum.add(
                List.of(4L, 7L),
                8,
                Map.of(
                        4L,
                        new Settled(3, 3, Map.of(Fate.APPLIED, 1L, Fate.DEAD, 2L)),
                        7L,
                        applied(1, 1)));

        assertThat(sum.balance(0)).isEqualTo(new Accounting(4, 2, 0, 0, 0, 2, 0, true, 2, 0));
    }

    @Test
    void aMessageWithoutAFateIsOnePendingEntryUntilItIsKnownToHaveMore() {
        sum.add(List.of(1L, 2L), 2, Map.of(1L, applied(10, 4)));

        assertThat(sum.balance(6)).isEqualTo(new Accounting(11, 4, 0, 0, 0, 0, 7, true, 2, 1));
    }

    @Test
    void doesNotBalanceWhenWhatWasSentOnIsNeitherSettledNorInTheLog() {
        sum.add(List.of(1L, 2L), 3, Map.of(1L, applied(1, 1)));

        assertThat(sum.balance(1).balanced()).isTrue();
        assertThat(sum.balance(0).balanced()).isFalse();
    }

    @Test
    void doesNotBalanceWhenSomethingMetAFateThatNeverCame() {
        sum.add(List.of(1L), 3, Map.of(1L, applied(1, 1), 2L, applied(1, 1)));

        assertThat(sum.balance(0).balanced()).isFalse();
    }

    @Test
    void whatALaterMappingMadeMoreOfIsAcceptedAsWell() {
        sum.add(List.of(1L), 3, Map.of(1L, new Settled(2, 1, Map.of(Fate.APPLIED, 3L))));

        assertThat(sum.balance(1)).isEqualTo(new Accounting(4, 3, 0, 0, 0, 0, 1, true, 1, 0));
    }
}
