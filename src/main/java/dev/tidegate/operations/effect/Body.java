package dev.tidegate.operations.effect;

import dev.tidegate.contract.CanonicalEvent;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a canonical body as the tables want them: nothing told is an empty text. PostgreSQL's
 * text has no NUL; where one was told, U+FFFD stands.
 */
public final class Body {
    private static final int LONG_BYTES = 8;

    private Body() {}

    public static String text(GenericRecord body, String field) {
        var value = body.get(field);
        return value == null ? "" : Text.clean(value.toString());
    }

    /** Millionths of the unit. */
    public static long quantity(GenericRecord body, String field) {
        return unscaled((ByteBuffer) body.get(field));
    }

    /**
     * @throws ArithmeticException when it exceeds 64 bits
     */
    static long unscaled(ByteBuffer decimal) {
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

    /** Microseconds since 1970-01-01T00:00Z. */
    public static long micros(GenericRecord body, String field) {
        return (long) body.get(field);
    }

    public static @Nullable Long optionalMicros(GenericRecord body, String field) {
        return (Long) body.get(field);
    }

    /** Days since 1970-01-01. */
    public static @Nullable Long optionalDays(GenericRecord body, String field) {
        return body.get(field) instanceof Integer days ? days.longValue() : null;
    }

    @SuppressWarnings("unchecked")
    public static List<GenericRecord> lines(GenericRecord body) {
        return (List<GenericRecord>) body.get("lines");
    }

    /** Who the other party is: its GLN, else its D-U-N-S number, else the sender's code for it. */
    public static String partner(GenericRecord body) {
        for (var field : List.of("gln", "duns", "code")) {
            var known = partnerField(body, field);
            if (!known.isEmpty()) {
                return known;
            }
        }
        return "";
    }

    public static String partnerName(GenericRecord body) {
        return partnerField(body, "name");
    }

    private static String partnerField(GenericRecord body, String field) {
        return body.get("partner") instanceof GenericRecord party ? text(party, field) : "";
    }

    /** Address and entry, as ids of facts name it: {@code express/3/1042#0}. */
    public static String address(CanonicalEvent event) {
        return event.id().toString();
    }
}
