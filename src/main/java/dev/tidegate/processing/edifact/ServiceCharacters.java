package dev.tidegate.processing.edifact;

import java.util.HashSet;
import java.util.List;

/**
 * The service characters of what is written, and how it is laid out.
 *
 * @param decimal the mark in numbers that come from numbers; texts stay as told
 * @param announced whether a UNA tells them; without it they must be the usual ones
 * @param lines whether a line feed follows each terminator
 */
public record ServiceCharacters(
        char component,
        char element,
        char decimal,
        char release,
        char terminator,
        boolean announced,
        boolean lines) {
    /** {@code : + . ? '}, told in a UNA, a line for each segment. */
    public static final ServiceCharacters USUAL =
            new ServiceCharacters(':', '+', '.', '?', '\'', true, true);

    public ServiceCharacters {
        var all = new HashSet<>(List.of(component, element, release, terminator));
        if (all.size() < 4
                || all.stream().anyMatch(c -> Character.isLetterOrDigit(c) || c <= ' ')
                || decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException(
                    "service characters must be four different ones, none a letter, digit or blank,"
                            + " and the decimal mark a point or a comma");
        }
    }

    Delimiters delimiters() {
        return new Delimiters(component, element, decimal, release, ' ', terminator);
    }

    /** {@code UNA:+.? '}. */
    String una() {
        return "UNA" + component + element + decimal + release + ' ' + terminator;
    }
}
