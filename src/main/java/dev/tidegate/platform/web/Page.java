package dev.tidegate.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 500;

    /**
     * From rows of which one more than the limit was asked for: the extra row only says that there
     * is a next page.
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }

    /**
     * @throws ProblemException {@code invalid_parameter} when it is not between 1 and {@value
     *     #LIMIT_MAX}
     */
    public static int limit(Optional<Integer> asked) {
        int limit = asked.orElse(LIMIT_DEFAULT);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "limit must be between 1 and " + LIMIT_MAX + ", not " + limit + ".",
                            "Follow next from page to page for more.")
                    .at("query:limit", "out of range")
                    .asException();
        }
        return limit;
    }
}
