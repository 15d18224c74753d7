package dev.tidegate.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.works.Given;
import dev.tidegate.proof.works.Report;
import dev.tidegate.proof.works.Works.Victim;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CrashProofTest {
    private static final int KILLS = (int) Given.number("kills", 22);
    private static final int ENOUGH_FOR_ALL = 20;
    private static final long SEED = Given.number("seed", 20261124);

    @Test
    void everyPromiseIsKeptThroughTwentyKills(@TempDir Path folder) throws Exception {
        var outcome = new CrashRun(folder, SEED).run(KILLS);

        Report.add("kills", outcome.figures(SEED));
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.kills().values().stream().mapToInt(i -> i).sum())
                .isGreaterThanOrEqualTo(KILLS);
        if (KILLS >= ENOUGH_FOR_ALL) {
            assertThat(outcome.kills()).containsOnlyKeys(Victim.values());
        }
        assertThat(outcome.acknowledged()).isGreaterThan(20L * KILLS);
        assertThat(outcome.balancesLookedAt()).isGreaterThan(2L * KILLS);
    }
}
