package dev.tidegate.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The canonical schemas, read once from {@code avro/}; each field documents its unit and code list.
 * Limits that Avro cannot say stand beside the type as {@code maxLength}, {@code minimum} and
 * {@code whereMissing} ({@code position}: a line without a number takes its place in the list, from
 * 1).
 */
public final class CanonicalSchemas {
    private static final Schema[] BODIES = new Schema[EventType.values().length];
    private static final Schema ENVELOPE;

    static {
        var parser = new Schema.Parser();
        parse(parser, "party");
        for (EventType type : EventType.values()) {
            BODIES[type.ordinal()] = parse(parser, type.label());
        }
        ENVELOPE = parse(parser, "envelope");
    }

    private CanonicalSchemas() {}

    public static Schema of(EventType type) {
        return BODIES[type.ordinal()];
    }

    public static Schema envelope() {
        return ENVELOPE;
    }

    static long envelopeFingerprint() {
        return SchemaNormalization.parsingFingerprint64(ENVELOPE);
    }

    static EventType typeOf(Schema body) {
        for (EventType type : EventType.values()) {
            if (of(type).getFullName().equals(body.getFullName())) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "no canonical type has the schema " + body.getFullName());
    }

    /** All schemas in the order in which one may refer to another. */
    public static List<Schema> all() {
        return List.of(BODIES);
    }

    private static Schema parse(Schema.Parser parser, String name) {
        try (var in = CanonicalSchemas.class.getResourceAsStream("/avro/" + name + ".avsc")) {
            if (in == null) {
                throw new IllegalStateException(
                        "no schema avro/" + name + ".avsc on the class path");
            }
            return parser.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
