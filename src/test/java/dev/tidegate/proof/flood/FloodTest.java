package dev.tidegate.proof.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.proof.check.Ground;
import dev.tidegate.proof.check.Verdict;
import dev.tidegate.proof.outside.Door;
import dev.tidegate.proof.outside.Historian;
import dev.tidegate.proof.outside.History;
import dev.tidegate.proof.outside.Partner;
import dev.tidegate.proof.works.Given;
import dev.tidegate.proof.works.Memory;
import dev.tidegate.proof.works.Report;
import dev.tidegate.proof.works.Works;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class FloodTest {
    private static final Duration LASTS = Duration.ofSeconds(Given.number("seconds", 20));
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration NEIGHBOUR_DELAY_MAX = Duration.ofSeconds(10);
    private static final int FLOODERS = 4;
    private static final long GROWTH_MAX = 160L << 20;

    /** So small that a short flood reaches them. */
    private static final String BOUNDS =
            """
            tidegate.ingestion.express-backlog-max=2000
            tidegate.ingestion.surge-backlog-max=20000
            """;

    @Test
    void aFloodIsKeptOrRefusedAndNobodyElsesProblem(@TempDir Path folder) throws Exception {
        try (var works = Works.at(folder.resolve("home")).options("-Xmx512m")) {
            Files.writeString(works.home().resolve("tidegate.properties"), BOUNDS);
            works.startAndAwait();
            var flooded = works.door("acme");
            var quiet = works.door("globex");
            flooded.makeSource(Partner.SOURCE, "json");
            quiet.makeSource(Partner.SOURCE, "json");
            var file = folder.resolve("history.jsonl");
            var tally = new Flooder.Tally();

            var neighbour = new Neighbour(quiet).start();
            List<Long> sizes;
            try (var historian = new Historian(file)) {
                sizes = flood(works, flooded, historian, tally);
            }
            neighbour.close();

            tell(tally, sizes, neighbour.delays());
            assertThat(tally.surge).as("told surge").hasPositiveValue();
            assertThat(tally.refusals).as("refused with 429").hasPositiveValue();
            assertThat(tally.refusedWithoutSayingWhen).hasValue(0);
            assertThat(tally.otherwise).as("answered otherwise").hasValue(0);
            assertThat(growth(sizes)).as("resident bytes after the warm-up").isLessThan(GROWTH_MAX);
            assertThat(neighbour.delays()).hasSizeGreaterThan(5);
            assertThat(percentile(neighbour.delays(), 95)).isLessThan(NEIGHBOUR_DELAY_MAX);

            var ground =
                    new Ground(
                            works.endpoints().bootstrapServers(),
                            "",
                            works::database,
                            Map.of("acme", flooded));
            var verdict = new Verdict(ground, Partner.SOURCE);
            assertThat(verdict.isQuietWithin(DRAIN_TIMEOUT)).as("drained").isTrue();
            assertThat(verdict.of(History.read(file))).isEmpty();
        }
    }

    /** Resident bytes, sampled four times a second. */
    private static List<Long> flood(
            Works works, Door door, Historian historian, Flooder.Tally tally) throws Exception {
        var numbers = new AtomicLong();
        var flooders = new ArrayList<Flooder>();
        for (int i = 0; i < FLOODERS; i++) {
            flooders.add(new Flooder("acme", door, historian, numbers, tally).start());
        }
        var sizes = new ArrayList<Long>();
        long pid = works.serverPid().orElseThrow();
        long end = System.nanoTime() + LASTS.toNanos();
        Awaitility.await("the flood is over")
                .atMost(LASTS.plusMinutes(1))
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> {
                            sizes.add(Memory.resident(pid));
                            return System.nanoTime() > end;
                        });
        for (Flooder flooder : flooders) {
            flooder.close();
        }
        return sizes;
    }

    /** Of the last third over the middle one: the first is warm-up. */
    private static long growth(List<Long> sizes) {
        int third = sizes.size() / 3;
        return Collections.max(sizes.subList(2 * third, sizes.size()))
                - Collections.max(sizes.subList(third, 2 * third));
    }

    private static Duration percentile(List<Duration> delays, int percent) {
        var sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() * percent / 100, sorted.size() - 1));
    }

    private static void tell(Flooder.Tally tally, List<Long> sizes, List<Duration> delays) {
        Report.add(
                "flood",
                Map.of(
                        "seconds", LASTS.toSeconds(),
                        "express", tally.express.get(),
                        "surge", tally.surge.get(),
                        "refusals", tally.refusals.get(),
                        "resident_mb_max", Collections.max(sizes) >> 20,
                        "resident_mb_growth", growth(sizes) >> 20,
                        "neighbour_messages", delays.size(),
                        "neighbour_p50_ms", percentile(delays, 50).toMillis(),
                        "neighbour_p95_ms", percentile(delays, 95).toMillis()));
    }
}
