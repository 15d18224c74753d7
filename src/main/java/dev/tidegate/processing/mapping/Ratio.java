package dev.tidegate.processing.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** An exact fraction in its lowest terms; the denominator is above zero. */
record Ratio(BigInteger numerator, BigInteger denominator) {
    static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
    static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    Ratio {
        var common = numerator.gcd(denominator).max(BigInteger.ONE);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    static Ratio of(BigDecimal value) {
        return value.scale() <= 0
                ? new Ratio(value.toBigIntegerExact(), BigInteger.ONE)
                : new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * Of {@code 0.3048} or {@code 5/9}.
     *
     * @throws NumberFormatException when it is neither
     */
    static Ratio parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigDecimal(text))
                : new Ratio(
                        new BigInteger(text.substring(0, slash)),
                        new BigInteger(text.substring(slash + 1)));
    }

    Ratio times(Ratio other) {
        return new Ratio(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    /** By one that isn't zero. */
    Ratio dividedBy(Ratio other) {
        var sign = BigInteger.valueOf(other.numerator.signum());
        return times(new Ratio(other.denominator.multiply(sign), other.numerator.abs()));
    }

    /** As a decimal of so many places; empty where it has more and may not be rounded. */
    Optional<BigDecimal> decimal(int scale, RoundingMode rounding) {
        try {
            return Optional.of(
                    new BigDecimal(numerator)
                            .divide(new BigDecimal(denominator), scale, rounding)
                            .stripTrailingZeros());
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
