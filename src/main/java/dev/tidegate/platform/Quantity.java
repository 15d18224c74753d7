package dev.tidegate.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quantity of goods, kept as millionths of its unit of measure so that sums stay exact and
 * cheap. Range: about 9.2 trillion units; a result outside it throws {@link ArithmeticException}.
 */
public record Quantity(long millionths) implements Comparable<Quantity> {
    public static final int SCALE = 6;
    private static final int SCALE_MAX = 100;
    private static final int DIGITS_MAX = 13;

    public static final Quantity ZERO = new Quantity(0);

    /**
     * @throws ArithmeticException when the decimal has more than six places or is out of range
     */
    public static Quantity of(BigDecimal decimal) {
        if (decimal.scale() > SCALE_MAX
                || decimal.precision() - (long) decimal.scale() > DIGITS_MAX) {
            throw new ArithmeticException("out of range"); // before its digits are written out
        }
        return new Quantity(
                decimal.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /**
     * @throws NumberFormatException when the text is no decimal
     * @throws ArithmeticException when it has more than six places or is out of range
     */
    @JsonCreator
    public static Quantity of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(millionths, SCALE);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(millionths, other.millionths));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(millionths, other.millionths));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(millionths));
    }

    public boolean isNegative() {
        return millionths < 0;
    }

    public boolean isZero() {
        return millionths == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(millionths, other.millionths);
    }

    /** The shortest plain decimal: {@code 12}, {@code 0.5}; never an exponent. */
    @Override
    @JsonValue
    public String toString() {
        if (millionths == 0) {
            return "0";
        }
        return toDecimal().stripTrailingZeros().toPlainString();
    }
}
