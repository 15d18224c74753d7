package dev.tidegate.processing.epcis;

import dev.tidegate.platform.gs1.Cbv;
import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one member of an event is brought into its form. What doesn't fit stays as it is told, for
 * the canonical schema to refuse or, where nothing depends on it, to be kept.
 */
@FunctionalInterface
interface Shape {
    Object of(Object told, EventForm form);

    /** A text without the blanks that a pretty-printer puts around it. */
    Shape TEXT =
            (told, form) ->
                    switch (told) {
                        case String text -> form.made(text.strip(), told);
                        case BigDecimal number -> form.made(number.toPlainString(), told);
                        case Boolean truth -> truth.toString();
                        default -> told;
                    };

    /** As RFC 3339 in UTC; a time without an offset stays as it is told. */
    Shape TIME =
            (told, form) ->
                    TEXT.of(told, form) instanceof String text
                            ? form.made(inUtc(text), told)
                            : told;

    Shape NUMBER =
            (told, form) -> {
                var number = Numbers.decimal(told);
                return number == null ? TEXT.of(told, form) : form.made(plain(number), told);
            };

    Shape TRUTH =
            (told, form) ->
                    switch (String.valueOf(told).strip()) {
                        case "true", "1" -> Boolean.TRUE;
                        case "false", "0" -> Boolean.FALSE;
                        default -> TEXT.of(told, form);
                    };

    /** What EPCIS doesn't define: objects by name, a list of one as its item, scalars as texts. */
    Shape EXTENSION = Shape::extension;

    Shape EXTENSION_OBJECT =
            (told, form) ->
                    told instanceof Map<?, ?> map
                            ? form.object(map, Map.of())
                            : TEXT.of(told, form);

    static Shape word(Cbv vocabulary) {
        return (told, form) ->
                TEXT.of(told, form) instanceof String text
                        ? form.made(vocabulary.bare(text), told)
                        : told;
    }

    static Shape list(Shape item) {
        return (told, form) -> form.items(told, item);
    }

    static Shape object(Map<String, Shape> members) {
        return (told, form) ->
                told instanceof Map<?, ?> map ? form.object(map, members) : TEXT.of(told, form);
    }

    /** A place told by its id alone is one with that id. */
    static Shape place(Map<String, Shape> members) {
        return (told, form) ->
                told instanceof Map<?, ?> map
                        ? form.object(map, members)
                        : Map.of("id", TEXT.of(told, form));
    }

    /** Names and shapes in turn. */
    static Map<String, Shape> members(Object... namesAndShapes) {
        var members = new LinkedHashMap<String, Shape>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            members.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
        }
        return members;
    }

    private static Object extension(Object told, EventForm form) {
        return switch (told) {
            case Map<?, ?> map -> form.object(map, Map.of());
            case List<?> list when list.size() == 1 -> extension(list.getFirst(), form);
            case List<?> list -> form.items(list, EXTENSION);
            default -> TEXT.of(told, form);
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        // of its own, never shared: where a value came from is told by its identity
        return new BigDecimal(
                stripped.scale() < 0 ? stripped.toPlainString() : stripped.toString());
    }

    private static String inUtc(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException notATime) {
            return text;
        }
    }
}
