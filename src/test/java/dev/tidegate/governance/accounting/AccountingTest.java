package dev.tidegate.governance.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountingTest {
    private static final Unread NOTHING_UNREAD = new Unread(0, 0, 0);

    /** Ten messages of one entry each, in whatever state. */
    private static Counts of(
            long unprocessed, long untallied, long unsettled, long early, long applied) {
        return new Counts(10, unprocessed, untallied, unsettled, early, applied, 0, 0, 0, 0);
    }

    @Test
    void isPendingWhatTheLogHoldsUnread() {
        var accounting = of(3, 0, 1, 0, 6).balance(new Unread(0, 3, 1));

        assertThat(accounting.accepted()).isEqualTo(10);
        assertThat(accounting.pending()).isEqualTo(4);
        assertThat(accounting.messagesPending()).isEqualTo(3);
        assertThat(accounting.balanced()).isTrue();
    }

    @Test
    void doesNotBalanceWhenMoreIsPendingThanItsReaderHasLeft() {
        assertThat(of(3, 0, 1, 0, 6).balance(new Unread(9, 2, 9)).balanced()).isFalse();
        assertThat(of(3, 0, 1, 0, 6).balance(new Unread(9, 9, 0)).balanced()).isFalse();
        assertThat(of(0, 0, 0, 0, 10).balance(NOTHING_UNREAD).balanced()).isTrue();
    }

    @Test
    void waitsForATallyThatIsBehindProcessing() {
        var accounting = of(0, 1, 0, 0, 11).balance(new Unread(1, 0, 0));

        assertThat(accounting.accepted()).isEqualTo(11);
        assertThat(accounting.pending()).isZero();
        assertThat(accounting.balanced()).isTrue();
    }

    @Test
    void doesNotBalanceWhenMoreWasProcessedThanEverCame() {
        assertThat(of(0, 1, 0, 0, 11).balance(NOTHING_UNREAD).balanced()).isFalse();
        assertThat(of(0, 3, 0, 0, 13).balance(new Unread(2, 9, 9)).balanced()).isFalse();
    }

    @Test
    void aFateMayComeBeforeItsBatchIsCountedAndNeverWithoutOne() {
        assertThat(of(1, 0, 0, 1, 10).balance(new Unread(0, 1, 0)).balanced()).isTrue();
        assertThat(of(0, 0, 0, 1, 11).balance(NOTHING_UNREAD).balanced()).isFalse();
    }

    @Test
    void whatIsMissingOfOneIsNotMadeUpForByAnother() {
        var accounting = of(0, 0, 5, 0, 5).plus(of(0, 0, 0, 5, 15)).balance(new Unread(0, 1, 5));

        assertThat(accounting.pending()).isEqualTo(5);
        assertThat(accounting.accepted()).isEqualTo(25);
    }
}
