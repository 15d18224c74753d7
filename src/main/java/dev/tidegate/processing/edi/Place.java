package dev.tidegate.processing.edi;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place as dead letters and findings name it, taken apart: {@code PO1[3]-02 (segment 14)}, {@code
 * QTY[1]-01-2 (segment 9)}, {@code SE-01 (segment 6)}, or a segment's name alone where it lacks.
 *
 * @param segment its position in the set or message, ST or UNH being 1
 */
public record Place(String id, OptionalInt element, OptionalInt component, OptionalInt segment) {
    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Z][A-Z0-9]{1,2})(?:\\[\\d+])?(?:-(\\d\\d))?(?:-(\\d{1,2}))?"
                            + "(?: \\(segment (\\d{1,9})\\))?");

    /** Empty where the place isn't told in that form. */
    public static Optional<Place> of(String told) {
        var form = FORM.matcher(told);
        return form.matches()
                ? Optional.of(
                        new Place(
                                form.group(1),
                                number(form.group(2)),
                                number(form.group(3)),
                                number(form.group(4))))
                : Optional.empty();
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
