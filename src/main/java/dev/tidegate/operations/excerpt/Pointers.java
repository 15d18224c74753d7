package dev.tidegate.operations.excerpt;

import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Values of a JSON text by their pointers (RFC 6901). */
final class Pointers {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private Pointers() {}

    /** Where the value begins, or the nearest thing around it that is there. */
    static OptionalInt start(byte[] bytes, String pointer) {
        var nearest = OptionalInt.empty();
        int nearestLength = 0;
        try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                var here = parser.streamReadContext().pathAsPointer().toString();
                boolean around = pointer.equals(here) || pointer.startsWith(here + "/");
                if (around && here.length() > nearestLength) {
                    nearest = OptionalInt.of((int) parser.currentTokenLocation().getByteOffset());
                    nearestLength = here.length();
                }
                if (pointer.equals(here)) {
                    return nearest;
                }
            }
            return nearest;
        } catch (JacksonException broken) {
            return nearest;
        }
    }
}
