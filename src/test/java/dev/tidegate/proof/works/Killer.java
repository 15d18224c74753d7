package dev.tidegate.proof.works;

import dev.tidegate.proof.works.Works.Victim;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;

/**
 * Kills with -9 at moments that only its seed knows, sometimes two at once, sometimes before the
 * last victim is up again, and starts the program again. The local servers are the program's own to
 * mend. Where it waits for the mending it waits for work as well, so that the next kill finds some,
 * however slow the machine.
 */
public final class Killer {
    private static final int PAUSE_MS_MIN = 300;
    private static final int PAUSE_MS_MAX = 4_000;
    private static final long WORK_MIN = 50;
    private static final Duration WORK_TIMEOUT = Duration.ofMinutes(2);

    private final Works works;
    private final Random random;
    private final LongSupplier acknowledged;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    /**
     * @param acknowledged how many messages have been acknowledged until now
     */
    public Killer(Works works, long seed, LongSupplier acknowledged) {
        this.works = works;
        this.random = new Random(seed);
        this.acknowledged = acknowledged;
    }

    /** Returns with so many processes killed, and everything up again. */
    public void kill(int times) {
        while (killed() < times) {
            pause(PAUSE_MS_MIN + random.nextInt(PAUSE_MS_MAX - PAUSE_MS_MIN));
            strike(victim());
            if (chance(15) && killed() < times) {
                strike(victim());
            }
            mend(chance(70) || killed() >= times);
        }
    }

    /** One that is down still or again is no kill. */
    private void strike(Victim victim) {
        if (works.kill(victim)) {
            kills.merge(victim, 1, Integer::sum);
        }
    }

    private int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void mend(boolean andAwait) {
        if (!works.serverLives()) {
            works.start();
        }
        if (andAwait) {
            works.awaitReady();
            long before = acknowledged.getAsLong();
            Awaitility.await("messages are acknowledged again")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(WORK_TIMEOUT)
                    .until(() -> acknowledged.getAsLong() >= before + WORK_MIN);
        }
    }

    private Victim victim() {
        int dice = random.nextInt(100);
        return dice < 40 ? Victim.SERVER : dice < 70 ? Victim.BROKER : Victim.POSTGRES;
    }

    public Map<Victim, Integer> kills() {
        return Map.copyOf(kills);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static void pause(long ms) {
        try {
            new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
