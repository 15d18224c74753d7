package dev.tidegate.processing.suggestion;

import java.util.List;
import java.util.Set;

/**
 * What a sample has values of: a column of a table, a member of JSON or XML.
 *
 * @param name as the sample tells it, of a nested member with what encloses it: {@code buyer.gln}
 * @param path by which a mapping speaks of it, where its document or line is the context
 * @param values as the sample has them, without blank ones
 * @param typed whether they are numbers by themselves (JSON), whatever the decimal mark
 */
record Column(String name, String path, List<String> values, boolean typed) {
    private static final Set<String> RESERVED =
            Set.of("and", "or", "in", "true", "false", "null", "function");
    private static final int SHOWN_MAX = 3;

    /** One step of a path; in backticks where it isn't a plain name. */
    static String step(String name) {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name);
        return plain ? name : "`" + name.replace("`", "") + "`";
    }

    /** The first few different values. */
    List<String> shown() {
        return values.stream().distinct().limit(SHOWN_MAX).toList();
    }
}
