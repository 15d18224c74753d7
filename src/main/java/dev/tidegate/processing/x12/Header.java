package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Unwritable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An ISA, which alone has elements of fixed width: texts filled with blanks, ISA13 with zeros.
 *
 * @param elements by position, from 0 for ISA01
 */
record Header(List<String> elements, Separators separators) {
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};
    private static final Map<Integer, String> USUAL =
            Map.of(1, "00", 2, "", 3, "00", 4, "", 12, "00401", 14, "0", 15, "P");
    private static final String FIRST_WITH_REPETITION = "00402";
    private static final int CONTROL_NUMBER = 13;
    private static final int REPETITION = 11;

    /**
     * @throws Unwritable where an element lacks or is wider than its place
     */
    static Header of(Map<?, ?> told, Separators separators) {
        var elements = new Draft("ISA", told, 1, 0).elements();
        String version = elements.getOrDefault("12", "00401");
        var widened =
                IntStream.rangeClosed(1, WIDTHS.length)
                        .mapToObj(
                                at ->
                                        at == REPETITION
                                                ? repetition(version, separators)
                                                : widened(at, told(at, elements), separators))
                        .toList();
        return new Header(widened, separators);
    }

    /** ISA11: the repetition separator, before 00402 the code U of the only list there was. */
    private static String repetition(String version, Separators separators) {
        return version.compareTo(FIRST_WITH_REPETITION) < 0
                ? "U"
                : String.valueOf(separators.repetition());
    }

    private static String told(int position, Map<String, String> elements) {
        String value = elements.get(name(position));
        if (value != null || USUAL.containsKey(position)) {
            return value == null ? USUAL.getOrDefault(position, "") : value;
        }
        throw Unwritable.at(
                "ISA-" + name(position),
                "missing_element",
                "The interchange's header lacks it.",
                "Tell it beside the document: sender, receiver, time or control number.");
    }

    private static String widened(int position, String value, Separators separators) {
        int width = WIDTHS[position - 1];
        if (value.length() > width) {
            throw Unwritable.at(
                    "ISA-" + name(position),
                    "too_long",
                    "\"%s\" has more than %d characters.".formatted(value, width),
                    "Shorten it where it is told.");
        }
        if (value.chars().anyMatch(c -> separators.reserved("").contains((char) c))) {
            throw Unwritable.at(
                    "ISA-" + name(position),
                    "delimiter_in_data",
                    "The data holds a separator.",
                    "Choose another separator for this partner.");
        }
        String filler = (position == CONTROL_NUMBER ? "0" : " ").repeat(width - value.length());
        return position == CONTROL_NUMBER ? filler + value : value + filler;
    }

    private static String name(int position) {
        return position < 10 ? "0" + position : Integer.toString(position);
    }

    /** From 1. */
    String element(int position) {
        return elements.get(position - 1);
    }

    String text() {
        String separator = String.valueOf(separators.element());
        return elements.stream().collect(Collectors.joining(separator, "ISA" + separator, separator))
                + separators.component();
    }
}
