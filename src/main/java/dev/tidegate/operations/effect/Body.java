package dev.tidegate.operations.effect;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Decimals;
import dev.tidegate.platform.sql.Text;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a canonical body as the tables want them: nothing told is an empty text. PostgreSQL's
 * text has no NUL; where one was told, U+FFFD stands.
 */
public final class Body {
    private Body() {}

    public static String text(GenericRecord body, String field) {
        var value = body.get(field);
        return value == null ? "" : Text.clean(value.toString());
    }

    /** Millionths of the unit. */
    public static long quantity(GenericRecord body, String field) {
        return Decimals.unscaled((ByteBuffer) body.get(field));
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
