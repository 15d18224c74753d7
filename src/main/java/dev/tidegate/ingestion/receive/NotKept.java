package dev.tidegate.ingestion.receive;

import dev.tidegate.platform.web.Problem.Place;
import java.util.ArrayList;
import java.util.List;

/** Which messages of a request have no receipt, as ranges: there may be very many. */
final class NotKept {
    private static final int RANGES_MAX = 1_000;

    private final String name;
    private final List<Place> ranges = new ArrayList<>();
    private long kept;
    private long from;
    private long last;

    NotKept(String name) {
        this.name = name;
    }

    void add(long place, boolean durable) {
        if (durable) {
            kept++;
            close();
        } else if (from == 0) {
            from = place;
        }
        last = place;
    }

    private void close() {
        if (from > 0 && ranges.size() < RANGES_MAX) {
            var to = from == last ? "" : "-" + last;
            ranges.add(new Place(name + ":" + from + to, "not acknowledged by the log"));
        }
        from = 0;
    }

    long kept() {
        return kept;
    }

    /**
     * After what was known before: the ranges, and where reading stopped, if it did.
     *
     * @param readToTheEnd whether all of the request was read
     */
    List<Place> with(List<Place> known, boolean readToTheEnd) {
        close();
        var all = new ArrayList<>(known);
        all.addAll(ranges);
        if (!readToTheEnd) {
            all.add(new Place(name + ":" + (last + 1), "not taken in, from here to the end"));
        }
        return all;
    }
}
