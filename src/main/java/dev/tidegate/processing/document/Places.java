package dev.tidegate.processing.document;

import java.util.List;
import java.util.Optional;

/** Names places in an original: a JSON pointer, {@code row:17 column "quantity"}, a segment. */
@FunctionalInterface
public interface Places {
    /**
     * @param path member names and list indexes from the top of the document's tree
     */
    String at(List<Object> path);

    /** The place of a field that no value of the tree leads to, where its name alone tells it. */
    default Optional<String> likely(List<Object> canonicalPath) {
        return Optional.empty();
    }

    /** A JSON pointer (RFC 6901) to the path, below {@code prefix}. */
    static String pointer(String prefix, List<Object> path) {
        var text = new StringBuilder(prefix);
        for (Object step : path) {
            text.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
