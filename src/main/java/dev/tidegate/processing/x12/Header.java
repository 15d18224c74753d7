package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Segment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An ISA, which alone has elements of fixed width: texts filled with blanks, ISA13 with zeros.
 *
 * @param elements from ISA01 to ISA15
 */
record Header(List<String> elements, Separators separators) {
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};
    private static final Map<Integer, String> USUAL =
            Map.of(1, "00", 2, "", 3, "00", 4, "", 11, "U", 12, "00401", 14, "0", 15, "P");

    /** Before it, ISA11 is a code rather than a separator. */
    private static final String FIRST_WITH_REPETITION = "00402";

    private static final int REPETITION = 11;
    private static final int VERSION = 12;
    private static final int CONTROL_NUMBER = 13;

    /**
     * @throws Unwritable where an element lacks or is wider than its place
     */
    static Header of(Map<?, ?> told, Separators separators) {
        var isa = Draft.envelope("ISA", told, 0);
        return new Header(
                IntStream.rangeClosed(1, WIDTHS.length)
                        .mapToObj(position -> element(isa, position, separators))
                        .toList(),
                separators);
    }

    private static String element(Draft isa, int position, Separators separators) {
        String name = Segment.name(position);
        String usual = USUAL.get(position);
        String told = usual == null ? isa.required(name) : isa.elements().getOrDefault(name, usual);
        int lacking = WIDTHS[position - 1] - told.length();
        if (lacking < 0) {
            throw isa.unwritable(name, "It has more than " + WIDTHS[position - 1] + " characters.");
        }
        if (told.chars().anyMatch(c -> separators.reserved("").contains((char) c))) {
            throw isa.unwritable(name, "It holds a separator: choose another one.");
        }
        return position == CONTROL_NUMBER ? "0".repeat(lacking) + told : told + " ".repeat(lacking);
    }

    /** From 1. */
    String element(int position) {
        return elements.get(position - 1);
    }

    boolean hasRepetition() {
        return element(VERSION).compareTo(FIRST_WITH_REPETITION) >= 0;
    }

    String text() {
        var text = new StringBuilder("ISA");
        for (int position = 1; position <= elements.size(); position++) {
            boolean parts = position == REPETITION && hasRepetition();
            text.append(separators.element())
                    .append(parts ? String.valueOf(separators.repetition()) : element(position));
        }
        return text.append(separators.element()).append(separators.component()).toString();
    }
}
