package dev.tidegate.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured round by round; the median speaks, the range shows how far to trust it. */
final class Rounds {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    double median(String name) {
        var sorted = values.get(name).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double last(String name) {
        return values.get(name).getLast();
    }

    /** Such as {@code 41,200 .. 44,900}. */
    String range(String name) {
        var sorted = values.get(name).stream().sorted().toList();
        return Report.number(sorted.getFirst()) + " .. " + Report.number(sorted.getLast());
    }
}
