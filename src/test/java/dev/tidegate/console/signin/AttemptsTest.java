package dev.tidegate.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Ticking clock = new Ticking();
    private final Attempts attempts = new Attempts(clock, 3);

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void makesAnAddressWaitAfterTooManyFailuresAndNoOther() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.wait("10.0.0.1")).isZero();
            attempts.failed("10.0.0.1");
        }

        assertThat(attempts.wait("10.0.0.1")).isPositive();
        assertThat(attempts.wait("10.0.0.2")).isZero();
    }

    @Test
    void letsItTryAgainAfterTheWindow() {
        for (int i = 0; i < 3; i++) {
            attempts.failed("10.0.0.1");
        }
        clock.now = clock.now.plus(Attempts.WINDOW).plus(Duration.ofSeconds(1));

        assertThat(attempts.wait("10.0.0.1")).isZero();
    }

    @Test
    void forgetsTheOldestAddressRatherThanGrow() {
        for (int i = 0; i < 3; i++) {
            attempts.failed("first");
        }
        for (int i = 0; i < Attempts.ADDRESSES_MAX; i++) {
            attempts.failed("address " + i);
        }

        assertThat(attempts.wait("first")).isZero();
    }
}
