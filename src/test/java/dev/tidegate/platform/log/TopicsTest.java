package dev.tidegate.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void aGenerationSharesTheRawLanesAndHasDerivedTopicsOfItsOwn() {
        var first = topics(0);
        var second = topics(2);

        assertThat(second.rawExpress()).isEqualTo(first.rawExpress()).isEqualTo("cell.raw.express");
        assertThat(second.rawSurge()).isEqualTo(first.rawSurge());
        assertThat(second.reprocess()).isEqualTo(first.reprocess());
        assertThat(first.canonicalExpress()).isEqualTo("cell.canonical.express");
        assertThat(second.canonicalSurge()).isEqualTo("cell.canonical.surge.g2");
        assertThat(second.dead()).isEqualTo("cell.dead.g2");
        assertThat(second.fact()).isEqualTo("cell.fact.g2");
    }

    @Test
    void aNegativeGenerationIsRefused() {
        assertThatThrownBy(() -> topics(-1)).hasMessageContaining("tidegate.log.generation");
    }

    private static Topics topics(int generation) {
        return new Topics(LogSettings.of("localhost:1", "cell.").derivedAs(generation));
    }
}
