package dev.tidegate.processing.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A token stream to a tree of maps, lists, strings, BigDecimals and booleans. Every value is an
 * object of its own, so that {@link dev.tidegate.processing.document.Provenance} can tell it.
 * Nesting is bounded by the parser's constraints, so the recursion is too.
 */
final class TreeReader {
    /**
     * No quantity or amount needs more; a number such as 1e999999999 would fill the memory later.
     */
    private static final int SCALE_MAX = 100;

    private final JsonParser parser;

    TreeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that begins at the current token; the parser stands at its last token after. */
    @Nullable Object value(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case null, default ->
                    throw new NotATree("malformed_json", "A value is missing.", parser);
        };
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int size = members.size();
            members.put(name, value(parser.nextToken()));
            if (members.size() == size) {
                throw new NotATree(
                        "duplicate_key", "The key \"" + name + "\" is told twice.", parser);
            }
        }
        return members;
    }

    private List<@Nullable Object> items() {
        var items = new ArrayList<@Nullable Object>();
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private BigDecimal integer() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> fresh(parser.getLongValue());
            default -> decimal();
        };
    }

    @SuppressWarnings("BigDecimalLiteralDouble")
    private static BigDecimal fresh(long value) {
        return new BigDecimal(value); // not valueOf: small ones would be shared
    }

    private BigDecimal decimal() {
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException e) { // an exponent beyond what a BigDecimal has
            throw outOfRange();
        }
        if (Math.abs((long) number.scale()) > SCALE_MAX || number.precision() > SCALE_MAX) {
            throw outOfRange();
        }
        return number;
    }

    private NotATree outOfRange() {
        return new NotATree("number_out_of_range", "The number is too large or too fine.", parser);
    }

    /** Ends the reading of a text that is JSON's grammar, or not even that, but no tree of ours. */
    static final class NotATree extends RuntimeException {
        final String code;
        final String place;

        NotATree(String code, String reason, JsonParser parser) {
            super(reason, null, false, false);
            this.code = code;
            place = JsonPlaces.of(parser);
        }
    }
}
