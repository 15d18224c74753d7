package dev.tidegate.processing.canonical;

import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decimal as Avro keeps it: the unscaled number, two's complement, big-endian, at the schema's
 * scale; at most 18 digits, so that it fits a long. A quantity with more decimals than the scale is
 * refused, for goods don't vanish; a price is rounded half-even, and that is told.
 */
record DecimalShape(int scale, boolean rounds, @Nullable BigDecimal minimum) implements Shape {
    private static final long LIMIT = 1_000_000_000_000_000_000L;
    private static final int SCALE_MAX = 100;

    @Override
    public @Nullable Object convert(Object value, Conversion conversion) {
        if (rounds && value instanceof Map<?, ?> money && money.get("amount") != null) {
            return convert(money.get("amount"), conversion);
        }
        var decimal = Numbers.decimal(value);
        if (decimal == null) {
            return conversion.refuse(
                    "not_a_decimal", value, "%s is no decimal number.".formatted(shown(value)));
        }
        if (minimum != null && decimal.compareTo(minimum) < 0) {
            return conversion.refuse(
                    minimum.signum() == 0 ? "negative_quantity" : "below_minimum",
                    value,
                    "%s is less than %s.".formatted(shown(value), minimum));
        }
        return scaled(decimal, value, conversion);
    }

    private @Nullable Object scaled(BigDecimal decimal, Object value, Conversion conversion) {
        if (Math.abs((long) decimal.scale()) > SCALE_MAX
                || decimal.precision() - (long) decimal.scale() > 18 - scale) {
            return conversion.refuse(
                    "number_out_of_range",
                    value,
                    "At most %d digits stand before the decimal point.".formatted(18 - scale));
        }
        if (decimal.scale() > scale && decimal.stripTrailingZeros().scale() > scale) {
            if (!rounds) {
                return conversion.refuse(
                        "too_many_decimals",
                        value,
                        "%s has more than %d decimals.".formatted(shown(value), scale));
            }
            conversion.find("rounded");
        }
        long unscaled = decimal.setScale(scale, RoundingMode.HALF_EVEN).unscaledValue().longValue();
        return Math.abs(unscaled) < LIMIT
                ? bytes(unscaled)
                : conversion.refuse("number_out_of_range", value, "The number is too large.");
    }

    static ByteBuffer bytes(long unscaled) {
        int length = Long.BYTES;
        while (length > 1 && isSignOnly(unscaled, length - 1)) {
            length--;
        }
        var bytes = new byte[length];
        for (int i = length - 1, shift = 0; i >= 0; i--, shift += Byte.SIZE) {
            bytes[i] = (byte) (unscaled >> shift);
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Whether all above the lowest {@code bytes} bytes repeats their sign. */
    private static boolean isSignOnly(long value, int bytes) {
        long above = value >> (bytes * Byte.SIZE - 1);
        return above == 0 || above == -1;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }
}
