package dev.tidegate.governance.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountingTest {
    /** Of entries that were all applied, one a message. */
    private static Accounting of(long messages, long processed, long applied, long unread) {
        return Accounting.of(messages, processed, processed, applied, 0, 0, 0, 0, unread);
    }

    @Test
    void isPendingWhatTheLogHoldsUnread() {
        var accounting = of(10, 7, 6, 4);
        assertThat(accounting.accepted()).isEqualTo(10);
        assertThat(accounting.pending()).isEqualTo(4);
        assertThat(accounting.balanced()).isTrue();
    }

    @Test
    void doesNotBalanceWhenMoreIsPendingThanUnread() {
        assertThat(of(10, 7, 6, 3).balanced()).isFalse();
    }

    @Test
    void waitsForATallyThatIsBehindProcessing() {
        var accounting = of(9, 10, 10, 1);
        assertThat(accounting.accepted()).isEqualTo(10);
        assertThat(accounting.pending()).isZero();
        assertThat(accounting.balanced()).isTrue();
    }

    @Test
    void doesNotBalanceWhenMoreWasProcessedThanEverCame() {
        assertThat(of(9, 10, 10, 0).balanced()).isFalse();
        assertThat(of(7, 10, 10, 2).balanced()).isFalse();
    }
}
