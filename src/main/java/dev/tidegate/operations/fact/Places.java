package dev.tidegate.operations.fact;

import dev.tidegate.platform.web.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The streams that each tenant has open: so many and no more. A client that went without a word
 * holds its place until something is written to it in vain; so before anybody is turned away, all
 * of the tenant's streams are made to write, and whoever is gone makes room. A client that lost its
 * connection takes the place of its former self.
 */
final class Places {
    private static final Duration ROOM_WAIT = Duration.ofSeconds(1);

    /** One write meets a closed connection, the next one learns of it. */
    private static final Duration NUDGE_EVERY = Duration.ofMillis(100);

    private final int perTenantMax;
    private final Map<String, Set<Follower>> taken = new HashMap<>();

    Places(int perTenantMax) {
        this.perTenantMax = perTenantMax;
    }

    /** A place in a tenant's share; closed with the stream. */
    interface Place extends AutoCloseable {
        Follower follower();

        @Override
        void close();
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code too_many_streams}
     */
    synchronized Place take(Follower follower) throws InterruptedException {
        long deadline = System.nanoTime() + ROOM_WAIT.toNanos();
        var others = taken.computeIfAbsent(follower.tenant(), tenant -> new HashSet<>());
        while (others.size() >= perTenantMax) {
            if (System.nanoTime() - deadline >= 0) {
                throw tooMany().asException();
            }
            others.forEach(Follower::nudge);
            wait(NUDGE_EVERY.toMillis());
        }
        others.add(follower);
        return placeOf(follower, others);
    }

    private Place placeOf(Follower follower, Set<Follower> ofTheTenant) {
        return new Place() {
            @Override
            public Follower follower() {
                return follower;
            }

            @Override
            public void close() {
                leave(follower, ofTheTenant);
            }
        };
    }

    private synchronized void leave(Follower follower, Set<Follower> ofTheTenant) {
        ofTheTenant.remove(follower);
        notifyAll();
    }

    private Problem tooMany() {
        return Problem.of(
                        429,
                        "too_many_streams",
                        "Too many streams are open",
                        "This tenant has " + perTenantMax + " streams open already.",
                        "Close one, or share one: filter what you need with type.")
                .withHeader("Retry-After", "5");
    }
}
