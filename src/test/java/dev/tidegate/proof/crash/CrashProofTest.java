package dev.tidegate.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.works.Works.Victim;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("prove")
@Tag("slow")
class CrashProofTest {
    private static final int KILLS = 22;
    private static final long SEED = 20261124;

    @Test
    void everyPromiseIsKeptThroughTwentyKills(@TempDir Path folder) throws Exception {
        var report = new CrashRun(folder, SEED).run(KILLS);

        System.out.println(report);
        assertThat(report.findings()).isEmpty();
        assertThat(report.kills()).containsOnlyKeys(Victim.values());
        assertThat(report.kills().values().stream().mapToInt(i -> i).sum())
                .isGreaterThanOrEqualTo(20);
        assertThat(report.acknowledged()).isGreaterThan(500);
        assertThat(report.balancesLookedAt()).isGreaterThan(50);
    }
}
