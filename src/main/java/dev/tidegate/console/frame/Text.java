package dev.tidegate.console.frame;

import dev.tidegate.contract.Money;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written on every page: UTC, thin groups of three, short durations. */
public final class Text {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Text() {}

    /** {@code 2026-11-24 14:03:22}, in UTC. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** {@code 1,204,331}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1,204.50 EUR}: two decimals, or as many as it has. */
    public static String money(Money money) {
        var amount = money.amount().stripTrailingZeros();
        var shown = amount.setScale(Math.max(amount.scale(), 2), RoundingMode.UNNECESSARY);
        return String.format(Locale.ROOT, "%,." + shown.scale() + "f %s", shown, money.currency());
    }

    /** One decimal below ten, none above: {@code 0.5}, {@code 1,204}. */
    public static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
    }

    /** The two greatest units: {@code 85 ms}, {@code 4 min 10 s}, {@code 3 d 2 h}. */
    public static String duration(Duration duration) {
        long millis = Math.max(duration.toMillis(), 0);
        if (millis < 1_000) {
            return millis + " ms";
        }
        long seconds = millis / 1_000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3_600 + " h";
    }

    public static String bytes(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        return bytes < 1_048_576
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1_024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1_048_576.0);
    }
}
