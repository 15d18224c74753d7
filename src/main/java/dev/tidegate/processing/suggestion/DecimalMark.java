package dev.tidegate.processing.suggestion;

import java.util.List;
import java.util.regex.Pattern;

/** Which character parts a number's decimals, as far as a sample shows it. */
enum DecimalMark {
    /** Nothing but whole numbers: either would do. */
    NONE,
    POINT,
    COMMA,
    /** {@code 1.234} or {@code 1,234} and nothing clearer: a thousand or a little more than one. */
    UNCLEAR,
    /** Some of each. */
    BOTH;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}[+-]?");
    private static final Pattern POINT_SURE =
            Pattern.compile(
                    "[+-]?(\\d{1,3}(,\\d{3})+|\\d*)\\.(\\d{1,2}|\\d{4,9})|0\\.\\d{3}|\\d{4,}\\.\\d{3}"
                            + "|\\d{1,3}(,\\d{3})+\\.\\d{3}");
    private static final Pattern COMMA_SURE =
            Pattern.compile(
                    "[+-]?(\\d{1,3}(\\.\\d{3})+|\\d*),(\\d{1,2}|\\d{4,9})|0,\\d{3}|\\d{4,},\\d{3}"
                            + "|\\d{1,3}(\\.\\d{3})+,\\d{3}");
    private static final Pattern EITHER = Pattern.compile("[+-]?\\d{1,3}[.,]\\d{3}");

    static DecimalMark of(List<String> values) {
        boolean point = values.stream().anyMatch(value -> POINT_SURE.matcher(value).matches());
        boolean comma = values.stream().anyMatch(value -> COMMA_SURE.matcher(value).matches());
        if (point || comma) {
            return point && comma ? BOTH : point ? POINT : COMMA;
        }
        return values.stream().anyMatch(value -> EITHER.matcher(value).matches()) ? UNCLEAR : NONE;
    }

    /** Whether all values are numbers in some writing. */
    static boolean areNumbers(List<String> values) {
        return values.stream().allMatch(DecimalMark::isNumber);
    }

    private static boolean isNumber(String value) {
        return WHOLE.matcher(value).matches()
                || POINT_SURE.matcher(value).matches()
                || COMMA_SURE.matcher(value).matches()
                || EITHER.matcher(value).matches();
    }
}
