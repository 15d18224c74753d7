package dev.tidegate.console.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong sign-ins by address, within a sliding minute. Only failures count, so that a team behind
 * one address is not shut out by signing in; the oldest addresses are forgotten first, so that a
 * flood of addresses fills nothing.
 */
final class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int ADDRESSES_MAX = 10_000;

    private final Clock clock;
    private final int failuresMax;
    private final Map<String, Failures> byAddress =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > ADDRESSES_MAX;
                }
            };

    private record Failures(Instant since, int count) {}

    Attempts(Clock clock, int failuresMax) {
        this.clock = clock;
        this.failuresMax = failuresMax;
    }

    /** How long the address must wait before it may try; zero when it may. */
    synchronized Duration wait(String address) {
        var failures = byAddress.get(address);
        if (failures == null || failures.count() < failuresMax) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), failures.since().plus(WINDOW));
        if (left.isPositive()) {
            return left;
        }
        byAddress.remove(address);
        return Duration.ZERO;
    }

    synchronized void failed(String address) {
        var now = clock.instant();
        byAddress.merge(
                address,
                new Failures(now, 1),
                (before, one) ->
                        before.since().plus(WINDOW).isBefore(now)
                                ? one
                                : new Failures(before.since(), before.count() + 1));
    }
}
