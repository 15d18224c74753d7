package dev.tidegate.console.mappings;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.FieldOrigin.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A sample cut at the ends of every place that a field came from.
 *
 * @param pieces in their order, which together are the sample
 */
public record MarkedRaw(List<Piece> pieces) {
    private static final int PLACES_MAX = 2_000;

    /**
     * @param places numbers of the places that it is part of, with blanks between; empty where no
     *     field came from it
     */
    public record Piece(String text, String places) {}

    /** Numbers of places: the same stretch of bytes has one, whatever fields came from it. */
    static final class Numbers {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<int[]> stretches = new ArrayList<>();

        /** Of a field's places that stand in the bytes. */
        String of(FieldOrigin field) {
            return field.from().stream()
                    .filter(place -> place.offset() != null && place.length() != null)
                    .map(this::number)
                    .filter(number -> number >= 0)
                    .distinct()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }

        private int number(Place place) {
            int offset = place.offset() == null ? 0 : Math.toIntExact(place.offset());
            int length = place.length() == null ? 0 : place.length();
            var known = numbers.get(offset + "+" + length);
            if (known != null) {
                return known;
            }
            if (stretches.size() >= PLACES_MAX) {
                return -1;
            }
            numbers.put(offset + "+" + length, stretches.size());
            stretches.add(new int[] {offset, offset + length});
            return stretches.size() - 1;
        }
    }

    static MarkedRaw of(byte[] bytes, Numbers numbers) {
        var ends = new TreeSet<Integer>(List.of(0, bytes.length));
        for (int[] stretch : numbers.stretches) {
            ends.add(stretch[0]);
            ends.add(stretch[1]);
        }
        var breaks = Terminator.of(new String(bytes, StandardCharsets.UTF_8));
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int to : ends.tailSet(1)) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            pieces.add(new Piece(breaks.broken(text), covering(numbers, from, to)));
            from = to;
        }
        return new MarkedRaw(pieces);
    }

    private static String covering(Numbers numbers, int from, int to) {
        var covering = new ArrayList<String>();
        for (int i = 0; i < numbers.stretches.size(); i++) {
            int[] stretch = numbers.stretches.get(i);
            if (stretch[0] <= from && to <= stretch[1]) {
                covering.add(String.valueOf(i));
            }
        }
        return String.join(" ", covering);
    }
}
