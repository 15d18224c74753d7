package dev.tidegate.operations.command;

import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.web.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request and remembers everything that is wrong, so that a caller learns of
 * it at once rather than one by one. Each method answers with a value to go on with; {@link
 * #refuseIfWrong} comes before it is used.
 */
public final class Checks {
    public static final int TEXT_MAX = 80;
    public static final String UNIT = "EA";

    private static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    private final List<Problem.Place> wrong = new ArrayList<>();

    public String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(pointer, "is required");
            return "";
        }
        return text(pointer, value, "");
    }

    /** One that may be left out. */
    public String text(String pointer, @Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (value.length() > TEXT_MAX) {
            wrong(pointer, "is longer than " + TEXT_MAX + " characters");
        } else if (!isPlain(value)) {
            wrong(pointer, "holds characters that are no text");
        }
        return value.strip();
    }

    public Quantity quantity(String pointer, @Nullable BigDecimal value) {
        if (value == null) {
            wrong(pointer, "is required, as a string of a decimal");
            return Quantity.ZERO;
        }
        try {
            return Quantity.of(value);
        } catch (ArithmeticException e) {
            wrong(pointer, "has more than six decimals, or is too large");
            return Quantity.ZERO;
        }
    }

    public Quantity positive(String pointer, @Nullable BigDecimal value) {
        var quantity = quantity(pointer, value);
        if (value != null && value.signum() <= 0) {
            wrong(pointer, "must be more than zero");
        }
        return quantity;
    }

    public Quantity notNegative(String pointer, @Nullable BigDecimal value) {
        var quantity = quantity(pointer, value);
        if (quantity.isNegative()) {
            wrong(pointer, "must not be negative");
        }
        return quantity;
    }

    public Quantity notZero(String pointer, @Nullable BigDecimal value) {
        var quantity = quantity(pointer, value);
        if (value != null && value.signum() == 0) {
            wrong(pointer, "must not be zero");
        }
        return quantity;
    }

    /** A moment that has been, give or take a clock that is wrong. */
    public void past(String pointer, @Nullable Instant value, Instant now) {
        if (value != null && value.isAfter(now.plus(CLOCK_SKEW_MAX))) {
            wrong(pointer, "lies in the future");
        }
    }

    public void wrong(String pointer, String what) {
        wrong.add(new Problem.Place(pointer, what));
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code invalid_request} with every place
     */
    public void refuseIfWrong() {
        if (!wrong.isEmpty()) {
            throw Problem.of(
                            422,
                            "invalid_request",
                            "The request can't be carried out as it stands",
                            wrong.getFirst().pointer() + " " + wrong.getFirst().detail() + ".",
                            "Mend what errors lists and send it again.")
                    .at(wrong)
                    .asException();
        }
    }

    /** Without control characters, and without halves of a surrogate pair. */
    public static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || (c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE));
    }
}
