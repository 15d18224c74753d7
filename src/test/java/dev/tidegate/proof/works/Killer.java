package dev.tidegate.proof.works;

import dev.tidegate.proof.works.Works.Victim;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills with -9 at moments that only its seed knows, sometimes two at once, sometimes before the
 * last victim is up again, and starts the program again. The local servers are the program's own to
 * mend.
 */
public final class Killer {
    private static final int PAUSE_MS_MIN = 300;
    private static final int PAUSE_MS_MAX = 4_000;

    private final Works works;
    private final Random random;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    public Killer(Works works, long seed) {
        this.works = works;
        this.random = new Random(seed);
    }

    /** Returns with everything up again. */
    public void kill(int times) {
        for (int i = 0; i < times; i++) {
            pause(PAUSE_MS_MIN + random.nextInt(PAUSE_MS_MAX - PAUSE_MS_MIN));
            strike(victim());
            if (chance(15) && i + 1 < times) {
                strike(victim());
                i++;
            }
            mend(chance(70) || i + 1 >= times);
        }
    }

    private void strike(Victim victim) {
        works.kill(victim);
        kills.merge(victim, 1, Integer::sum);
    }

    private void mend(boolean andAwait) {
        if (!works.serverLives()) {
            works.start();
        }
        if (andAwait) {
            works.awaitReady();
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
