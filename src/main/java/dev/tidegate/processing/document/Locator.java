package dev.tidegate.processing.document;

import java.util.List;
import java.util.Optional;

/** Where the values of a message's documents stand in its bytes. Made when somebody asks. */
@FunctionalInterface
public interface Locator {
    /** For a format that tells places in words only. */
    Locator NONE = (document, path) -> Optional.empty();

    /**
     * A stretch of a message.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @param text as it stands there: escapes, quotes and entities are not resolved
     */
    record Stretch(int offset, int length, String text) {}

    /**
     * @param path of a value in the document's tree; of an object or list, all of it
     */
    Optional<Stretch> at(Reading.Document document, List<Object> path);
}
