package dev.tidegate.governance.registry.language;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Kinds of JSON values; {@code number} in a schema means both kinds of numbers. */
enum JsonType {
    NULL,
    BOOLEAN,
    INTEGER,
    FRACTION,
    STRING,
    ARRAY,
    OBJECT;

    static final Set<JsonType> ALL = Collections.unmodifiableSet(EnumSet.allOf(JsonType.class));
    static final Set<JsonType> NUMBERS = Set.of(INTEGER, FRACTION);

    /** Of a name in {@code type}; none where there is no such name. */
    static Set<JsonType> named(String name) {
        return switch (name) {
            case "null" -> Set.of(NULL);
            case "boolean" -> Set.of(BOOLEAN);
            case "integer" -> Set.of(INTEGER);
            case "number" -> NUMBERS;
            case "string" -> Set.of(STRING);
            case "array" -> Set.of(ARRAY);
            case "object" -> Set.of(OBJECT);
            default -> Set.of();
        };
    }

    static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> isWhole(value) ? INTEGER : FRACTION;
            case ARRAY -> ARRAY;
            case OBJECT, POJO -> OBJECT;
            case STRING, BINARY -> STRING;
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber() || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    String label() {
        return this == FRACTION ? "number" : name().toLowerCase(Locale.ROOT);
    }
}
