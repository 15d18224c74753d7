package dev.tidegate.processing.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What X12 segments tell by qualifiers: which of several segments, which of several product ids.
 */
final class Segments {
    private static final int PAIRS_END = 31;

    private Segments() {}

    /** The same by the first element, {@code 01}. */
    static @Nullable Object pick(@Nullable Object segments, @Nullable String qualifiers) {
        return pick(segments, qualifiers, "01");
    }

    /**
     * Of several segments the one whose first element is the first of the qualifiers that there is;
     * nothing where there is none.
     *
     * @param segments one, or any nesting of lists of them
     * @param qualifiers in order of preference, with blanks between
     * @param member where the qualifier stands: the first element, {@code 01}, where it isn't told
     */
    static @Nullable Object pick(
            @Nullable Object segments, @Nullable String qualifiers, @Nullable String member) {
        if (segments == null || qualifiers == null) {
            return null;
        }
        for (String wanted : qualifiers.split(" ")) {
            var picked = qualified(segments, wanted, member == null ? "01" : member);
            if (picked != null) {
                return picked;
            }
        }
        return null;
    }

    private static @Nullable Object qualified(
            @Nullable Object segments, String wanted, String member) {
        return switch (segments) {
            case Map<?, ?> segment -> wanted.equals(segment.get(member)) ? segment : null;
            case List<?> list -> {
                for (Object segment : list) {
                    var picked = qualified(segment, wanted, member);
                    if (picked != null) {
                        yield picked;
                    }
                }
                yield null;
            }
            case null, default -> null;
        };
    }

    /**
     * The id with the first of the qualifiers that the segment has.
     *
     * @param first position of the first qualifier: 6 in a PO1 or IT1, 2 in a LIN
     * @param qualifiers in order of preference, with blanks between; {@code *} is any
     * @param last position of the last qualifier, where something else stands behind the ids
     */
    static @Nullable Object product(
            @Nullable Object segment,
            @Nullable Object first,
            @Nullable String qualifiers,
            @Nullable Object last) {
        if (!(segment instanceof Map<?, ?> elements)
                || !(first instanceof Number from)
                || qualifiers == null) {
            return null;
        }
        int end = last instanceof Number to ? to.intValue() + 1 : PAIRS_END;
        for (String wanted : qualifiers.split(" ")) {
            var id = id(elements, from.intValue(), end, wanted);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static @Nullable Object id(Map<?, ?> elements, int first, int end, String wanted) {
        for (int at = first; at < end; at += 2) {
            var id = elements.get(name(at + 1));
            if (id != null && (wanted.equals("*") || wanted.equals(elements.get(name(at))))) {
                return id;
            }
        }
        return null;
    }

    /**
     * The pairs of elements that a segment tells from a position on, each as a segment {@code
     * {"01", "02"}}; a pair without its second is left out.
     *
     * @param first position of the first pair: 3 in an SDQ
     */
    static List<Map<String, Object>> pairs(@Nullable Object segment, @Nullable Object first) {
        var pairs = new ArrayList<Map<String, Object>>();
        if (segment instanceof Map<?, ?> elements && first instanceof Number from) {
            for (int at = from.intValue(); at < PAIRS_END; at += 2) {
                var one = elements.get(name(at));
                var other = elements.get(name(at + 1));
                if (one != null && other != null) {
                    pairs.add(Map.of("01", one, "02", other));
                }
            }
        }
        return pairs;
    }

    private static String name(int position) {
        return position < 10 ? "0" + position : Integer.toString(position);
    }
}
