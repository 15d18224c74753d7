package dev.tidegate.processing.json;

import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Reading;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values of JSON in the bytes of their message, by the pointers that places tell them with. */
public final class JsonLocator implements Locator {
    private final byte[] bytes;
    private final Map<String, int[]> places = new HashMap<>();

    JsonLocator(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Adds one text; of one that breaks off what stands before the break.
     *
     * @param from offset of the parser's first byte
     */
    void add(JsonParser parser, int from, String prefix) {
        try {
            new Walk(parser, from).value(parser.nextToken(), prefix);
        } catch (JacksonException e) {
            // whoever reads it is told why; here nothing more is found
        }
    }

    private final class Walk {
        private final JsonParser parser;
        private final int from;

        Walk(JsonParser parser, int from) {
            this.parser = parser;
            this.from = from;
        }

        /** Nesting is bounded by the parser's constraints, so the recursion is too. */
        void value(@Nullable JsonToken token, String pointer) {
            int begin = from + (int) parser.currentTokenLocation().getByteOffset();
            if (token == JsonToken.START_OBJECT) {
                for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                    var member = Places.pointer(pointer, List.of(name));
                    value(parser.nextToken(), member);
                }
            } else if (token == JsonToken.START_ARRAY) {
                int index = 0;
                for (var item = parser.nextToken();
                        item != JsonToken.END_ARRAY;
                        item = parser.nextToken()) {
                    value(item, pointer + "/" + index++);
                }
            }
            places.put(pointer, new int[] {begin, end(parser.currentToken(), begin)});
        }

        private int end(@Nullable JsonToken token, int begin) {
            String text = parser.getString(); // so that the parser stands behind it
            return token != null && token.isNumeric()
                    ? begin + text.length()
                    : from + (int) parser.currentLocation().getByteOffset();
        }
    }

    @Override
    public Optional<Stretch> at(Reading.Document document, List<Object> path) {
        return at(document.places().at(path));
    }

    /**
     * @param place a pointer, behind {@code line:2} where lines are documents
     */
    public Optional<Stretch> at(String place) {
        return Optional.ofNullable(places.get(place))
                .map(
                        at ->
                                new Stretch(
                                        at[0],
                                        at[1] - at[0],
                                        new String(
                                                bytes,
                                                at[0],
                                                at[1] - at[0],
                                                StandardCharsets.UTF_8)));
    }
}
