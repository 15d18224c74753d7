package dev.tidegate.console.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a list's form asked for: filled-in fields only, and links that ask the same again. */
public final class Asked {
    /** Rows of a page. */
    public static final int ROWS = 50;

    private static final String CURSOR = "cursor";

    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();

    public Asked(String path, Map<String, String> parameters) {
        this.path = path;
        parameters.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        fields.put(name, value.strip());
                    }
                });
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** For a form: what was typed, or nothing. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public Optional<String> cursor() {
        return field(CURSOR);
    }

    /** Whether anything narrows the list; an empty one then means "no match". */
    public boolean narrowed() {
        return fields.keySet().stream().anyMatch(name -> !name.equals(CURSOR));
    }

    /** The page that a list's cursor names. */
    public String next(String cursor) {
        return with(CURSOR, cursor);
    }

    /** The first page, asked the same. */
    public String first() {
        return with(CURSOR, "");
    }

    /** The same with one field changed; an empty value leaves it out. */
    public String with(String name, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(name, value);
        String query =
                all.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
