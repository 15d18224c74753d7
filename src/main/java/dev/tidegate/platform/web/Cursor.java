package dev.tidegate.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where the next page of a list begins: the sort key of the last item shown, opaque to callers.
 * Rows that come or go meanwhile neither repeat nor hide others.
 */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u0000";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        var texts = new ArrayList<String>();
        for (Object key : keys) {
            texts.add(key.toString());
        }
        return new Cursor(texts);
    }

    public String text() {
        var joined = String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param keys how many keys the list is sorted by
     * @throws ProblemException {@code invalid_cursor} when the text is no cursor of such a list
     */
    public static Optional<Cursor> parse(Optional<String> text, int keys) {
        return text.map(given -> new Cursor(split(given, keys)));
    }

    /** The key as a number. */
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static List<String> split(String text, int keys) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var found = List.of(joined.split(SEPARATOR, -1));
            if (found.size() == keys) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return Problem.of(
                        400,
                        "invalid_cursor",
                        "The cursor is not one of ours",
                        "A cursor is taken from the field next of the page before, unchanged, for"
                                + " the same list.",
                        "Leave cursor out to begin at the first page.")
                .at("query:cursor", "not a cursor of this list")
                .asException();
    }
}
