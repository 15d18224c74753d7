package dev.tidegate.processing.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;

/** Places in a JSON text: where a parser stands, by pointer and by line and column. */
final class JsonPlaces {
    private JsonPlaces() {}

    static String of(JsonParser parser) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return (pointer.isEmpty() ? "/" : pointer) + " (" + of(parser.currentLocation()) + ")";
    }

    static String of(TokenStreamLocation location) {
        return "line " + location.getLineNr() + " column " + location.getColumnNr();
    }
}
