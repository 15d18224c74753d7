package dev.tidegate.governance.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final TopicPartition RAW = new TopicPartition("raw.express", 0);
    private static final TopicPartition SENT = new TopicPartition("canonical", 0);

    private final Watermark watermark = new Watermark();
    private int looks;

    /** A look each second. */
    private void look(long raw, long processed, long sent, long applied, String... settled) {
        watermark.add(
                new Watermark.Look(
                        START.plusSeconds(looks++),
                        Map.of(RAW, raw),
                        Map.of(SENT, sent),
                        Map.of(RAW, processed),
                        Map.of(SENT, applied),
                        Set.of(settled)));
    }

    @Test
    void vouchesForNothingBeforeItHasSeenItApplied() {
        look(10, 4, 4, 4);

        assertThat(watermark.asOf("acme")).isEmpty();
    }

    @Test
    void vouchesForNowWhenNothingIsLeft() {
        look(10, 10, 12, 12);

        assertThat(watermark.asOf("acme")).contains(START);
    }

    @Test
    void vouchesForTheMomentWhoseInputWasProcessedAndThenApplied() {
        look(10, 4, 4, 4); // by now 10 are in
        look(20, 12, 14, 5); // those 10 are processed, 14 events were sent by then
        look(30, 25, 28, 13); // not all of the 14 are applied
        assertThat(watermark.asOf("acme")).isEmpty();

        look(40, 35, 40, 14);

        assertThat(watermark.asOf("acme")).contains(START);
    }

    @Test
    void goesOnFromMomentToMomentUnderSteadyLoad() {
        for (int i = 1; i <= 10; i++) {
            look(10L * i, 10L * i - 5, 10L * i, 10L * i - 5);
        }

        assertThat(watermark.asOf("acme").orElseThrow()).isAfter(START.plusSeconds(5));
    }

    @Test
    void aTenantWithNothingPendingIsNotHeldBackByAnothersFlood() {
        look(10, 10, 10, 10);
        look(1_000_000, 10, 10, 10, "calm");

        assertThat(watermark.asOf("calm")).contains(START.plusSeconds(1));
        assertThat(watermark.asOf("flooding")).contains(START);
    }
}
