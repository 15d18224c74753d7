package dev.tidegate.proof.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.works.Given;
import dev.tidegate.proof.works.Jvm;
import dev.tidegate.proof.works.Report;
import dev.tidegate.proof.works.Works;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the suite a small backlog and no bound on the time: the machine may be busy with others. */
@Tag("slow")
class RecoveryTest {
    private static final int BACKLOG = (int) Given.number("backlog", 4_000);
    private static final boolean TIMED = Boolean.getBoolean("proof.timed");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
    private static final Duration APPLY_MAX = Duration.ofSeconds(5);

    @Test
    void theNextProgramGoesOnWhereTheKilledOneWas(@TempDir Path folder) {
        try (var works = Works.at(folder.resolve("home")).options("-Xmx1g")) {
            var times = new Recovery(works).measure(BACKLOG);

            Report.add(
                    "recovery",
                    Map.of(
                            "backlog", times.backlog(),
                            "from_cache", Jvm.isCached(),
                            "load", load(),
                            "first_answer_ms", times.firstAnswer().toMillis(),
                            "first_apply_ms", times.firstApply().toMillis()));
            assertThat(times.backlog()).isPositive();
            if (TIMED) {
                assertThat(times.firstAnswer()).isLessThan(ANSWER_MAX);
                assertThat(times.firstApply()).isLessThan(APPLY_MAX);
            }
        }
    }

    /** Runnable threads of the whole machine, of the last minute: what the times are worth. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
