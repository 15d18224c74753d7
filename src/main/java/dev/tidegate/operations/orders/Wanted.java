package dev.tidegate.operations.orders;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an order wants of one item, nearly always at one location.
 *
 * @param location the lowest; empty where none is told
 * @param quantity millionths, over all locations
 * @param split by location where there are several, else null
 */
record Wanted(String location, long quantity, @Nullable SortedMap<String, Long> split) {
    static final Wanted NOTHING = new Wanted("", 0, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Long>> BY_LOCATION =
            new TypeReference<>() {};

    static Wanted at(String location, long quantity) {
        return new Wanted(location, quantity, null);
    }

    /** As a row of order_item has it. */
    static Wanted read(String location, long quantity, @Nullable String split) {
        return new Wanted(
                location, quantity, split == null ? null : JSON.readValue(split, BY_LOCATION));
    }

    @Nullable String splitJson() {
        return split == null ? null : JSON.writeValueAsString(split);
    }

    Map<String, Long> byLocation() {
        return split == null ? Map.of(location, quantity) : split;
    }

    Wanted plus(Wanted other) {
        long sum = Math.addExact(quantity, other.quantity);
        if (split == null && other.split == null && location.equals(other.location)) {
            return new Wanted(location, sum, null);
        }
        var both = new TreeMap<>(byLocation());
        other.byLocation().forEach((place, more) -> both.merge(place, more, Math::addExact));
        return new Wanted(both.firstKey(), sum, both);
    }

    /**
     * What is left at each location when part has been fulfilled, from wherever: it counts for the
     * locations in their order.
     */
    void due(long fulfilled, ObjLongConsumer<String> at) {
        if (split == null) {
            at.accept(location, Math.max(quantity - Math.max(fulfilled, 0), 0));
            return;
        }
        long rest = Math.max(fulfilled, 0);
        for (var place : split.entrySet()) {
            long filled = Math.min(rest, place.getValue());
            rest -= filled;
            at.accept(place.getKey(), place.getValue() - filled);
        }
    }
}
