package dev.tidegate.processing.x12;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The characters that part what is written.
 *
 * @param element between elements
 * @param component between components, ISA16
 * @param repetition between repeated elements, ISA11 from version 00402 on
 * @param terminator behind a segment
 * @param lines whether a line feed follows each terminator
 */
public record Separators(
        char element, char component, char repetition, char terminator, boolean lines) {
    /** {@code * : ^ ~}, a line for each segment. */
    public static final Separators USUAL = new Separators('*', ':', '^', '~', true);

    public Separators {
        var all = new HashSet<>(List.of(element, component, repetition, terminator));
        if (all.size() < 4 || all.stream().anyMatch(Separators::isData)) {
            throw new IllegalArgumentException(
                    "separators must be four different characters, none a letter, digit or blank");
        }
    }

    private static boolean isData(char c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '\r';
    }

    /** Those that no data may hold. */
    Set<Character> reserved(String repetition) {
        var reserved = new HashSet<>(List.of(element, component, terminator));
        repetition.chars().forEach(c -> reserved.add((char) c));
        return reserved;
    }
}
