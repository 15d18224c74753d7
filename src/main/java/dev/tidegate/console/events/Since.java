package dev.tidegate.console.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How far back the explorer looks. */
enum Since {
    QUARTER("last 15 minutes", Duration.ofMinutes(15)),
    HOUR("last hour", Duration.ofHours(1)),
    DAY("last day", Duration.ofDays(1)),
    WEEK("last week", Duration.ofDays(7));

    private final String label;
    private final Duration length;

    Since(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    static Optional<Since> of(String label) {
        return Arrays.stream(values()).filter(since -> since.label.equals(label)).findFirst();
    }
}
