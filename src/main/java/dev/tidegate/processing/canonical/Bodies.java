package dev.tidegate.processing.canonical;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * Converts the body of a mapped event to the record of its type, and says what keeps it from being
 * one. Driven by the schemas: a new field needs no code here.
 */
public final class Bodies {
    /** What may stand beside the fields of a body that is a whole document handed on. */
    private static final List<String> BESIDE = List.of("type", "version", "updated_at");

    private static final Map<EventType, RecordShape> SHAPES = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            SHAPES.put(type, Shapes.of(CanonicalSchemas.of(type)));
        }
    }

    private Bodies() {}

    /** A body, or what is wrong with it. */
    public sealed interface Converted {
        /**
         * @param findings what was read on over, each a code and its canonical pointer
         */
        record Body(GenericRecord value, List<String> findings) implements Converted {}

        record Refused(Problem problem) implements Converted {}
    }

    /**
     * @param strict whether fields that the schema doesn't know are refused
     */
    public static Converted convert(EventType type, Map<?, ?> tree, boolean strict) {
        var conversion = new Conversion(strict);
        var body = shape(type).convert(tree, BESIDE, conversion);
        if (conversion.problem() == null) {
            Rules.check(type, body, tree, conversion);
        }
        var problem = conversion.problem();
        return problem == null
                ? new Converted.Body(body, conversion.findings())
                : new Converted.Refused(problem);
    }

    private static RecordShape shape(EventType type) {
        var shape = SHAPES.get(type);
        if (shape == null) {
            throw new IllegalStateException("no shape for " + type);
        }
        return shape;
    }
}
