package dev.tidegate.ingestion.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.ingestion.IngestionSettings;
import dev.tidegate.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AdmissionTest {
    private static final TenantId FLOODING = new TenantId("flooding");
    private static final TenantId QUIET = new TenantId("quiet");

    private final AtomicLong pending = new AtomicLong();
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final Admission admission =
            new Admission(settings(), tenant -> tenant.equals(FLOODING) ? pending.get() : 0, clock);

    @Test
    void aBacklogMovesATenantToTheSurgeLaneAndThenShutsItOutAndNobodyElse() {
        assertThat(admission.judge(FLOODING)).isEqualTo(Verdict.EXPRESS);

        pending.set(1_000);
        assertThat(admission.judge(FLOODING)).isEqualTo(Verdict.SURGE);

        pending.set(10_000);
        assertThat(admission.judge(FLOODING)).isEqualTo(Verdict.REFUSED);
        assertThat(admission.judge(QUIET)).isEqualTo(Verdict.EXPRESS);

        pending.set(0);
        assertThat(admission.judge(FLOODING)).isEqualTo(Verdict.EXPRESS);
    }

    @Test
    void whatWasJustAcceptedCountsThoughTheBacklogDoesNotShowItYet() {
        pending.set(9_990);
        int accepted = 0;
        while (admission.judge(FLOODING) != Verdict.REFUSED) {
            accepted++;
        }
        assertThat(accepted).isEqualTo(10);
    }

    @Test
    void oneTenantsBytesNeverFillEverybodysMemory() {
        var first = admission.enter(FLOODING).orElseThrow();
        assertThat(first.hold(600)).isTrue();
        assertThat(first.hold(100)).isFalse();

        try (var other = admission.enter(QUIET).orElseThrow()) {
            assertThat(other.hold(400)).isTrue();
            assertThat(other.hold(100)).isFalse();
        }
        assertThat(admission.inFlight()).isEqualTo(600);
        first.close();
        assertThat(admission.inFlight()).isZero();
    }

    @Test
    void oneTenantsRequestsAreBounded() {
        var first = admission.enter(FLOODING).orElseThrow();
        var second = admission.enter(FLOODING).orElseThrow();
        assertThat(admission.enter(FLOODING)).isEmpty();
        assertThat(admission.enter(QUIET)).isPresent();

        first.close();
        assertThat(admission.enter(FLOODING)).isPresent();
        second.close();
    }

    private static IngestionSettings settings() {
        return new IngestionSettings(
                DataSize.ofBytes(600),
                DataSize.ofBytes(600),
                DataSize.ofBytes(100),
                DataSize.ofBytes(100),
                1_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                2,
                DataSize.ofBytes(1_000),
                DataSize.ofBytes(650),
                100,
                1_000_000,
                1_000_000,
                1_000,
                10_000,
                Duration.ofSeconds(1));
    }
}
