package dev.tidegate.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** One tenant's counts as they were looked at, and the rates between them; bounded. */
final class Rates {
    static final int SAMPLES_MAX = 150;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long accepted, long applied) {}

    /**
     * Entries a second between two looks.
     *
     * @param at of the later look
     */
    record Rate(Instant at, double accepted, double applied) {
        static final Rate NONE = new Rate(Instant.EPOCH, 0, 0);
    }

    synchronized void add(Instant at, long accepted, long applied) {
        if (!samples.isEmpty() && !at.isAfter(samples.getLast().at)) {
            return;
        }
        samples.addLast(new Sample(at, accepted, applied));
        if (samples.size() > SAMPLES_MAX) {
            samples.removeFirst();
        }
    }

    synchronized List<Rate> rates() {
        var rates = new ArrayList<Rate>();
        Sample before = null;
        for (Sample sample : samples) {
            if (before != null) {
                double seconds = Duration.between(before.at, sample.at).toNanos() / 1e9;
                rates.add(
                        new Rate(
                                sample.at,
                                (sample.accepted - before.accepted) / seconds,
                                (sample.applied - before.applied) / seconds));
            }
            before = sample;
        }
        return rates;
    }

    /** As the chart reads it: {@code seconds:accepted:applied}, separated by blanks. */
    static String points(List<Rate> rates) {
        var text = new StringBuilder();
        for (Rate rate : rates) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d:%.1f:%.1f ",
                            rate.at.getEpochSecond(),
                            rate.accepted,
                            rate.applied));
        }
        return text.toString().strip();
    }
}
