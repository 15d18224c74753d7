package dev.tidegate.contract;

import java.nio.ByteBuffer;

/** Decimals of canonical bodies: two's complement, big-endian, as Avro writes them. */
public final class Decimals {
    private static final int LONG_BYTES = 8;

    private Decimals() {}

    /**
     * @throws ArithmeticException when it exceeds 64 bits
     */
    public static long unscaled(ByteBuffer decimal) {
        int length = decimal.remaining();
        if (length > LONG_BYTES) {
            throw new ArithmeticException("quantity out of range: " + length + " bytes");
        }
        if (length == 0) {
            return 0;
        }
        int at = decimal.position();
        long value = decimal.get(at);
        for (int i = 1; i < length; i++) {
            value = value << 8 | decimal.get(at + i) & 0xff;
        }
        return value;
    }
}
