package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateSettingsTest {
    private final AtomicInteger waits = new AtomicInteger();
    private final LateSettings settings =
            new LateSettings(
                    Map.of("port", "1"),
                    Set.of("url"),
                    () -> {
                        waits.incrementAndGet();
                        return Map.of("url", "here");
                    });

    @Test
    void namesAndKnownValuesWaitForNothing() {
        assertThat(settings.keySet()).containsExactlyInAnyOrder("port", "url");
        assertThat(settings.containsKey("url")).isTrue();
        assertThat(settings.get("port")).isEqualTo("1");
        assertThat(settings.get("unknown")).isNull();
        assertThat(waits).hasValue(0);
    }

    @Test
    void aLateValueIsWaitedFor() {
        assertThat(settings.get("url")).isEqualTo("here");
        assertThat(settings).containsOnly(Map.entry("port", "1"), Map.entry("url", "here"));
    }
}
