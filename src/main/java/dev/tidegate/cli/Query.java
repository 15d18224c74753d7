package dev.tidegate.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path with its query; what isn't given is left out. */
final class Query {
    private final StringBuilder text;
    private char next = '?';

    private Query(String path) {
        text = new StringBuilder(path);
    }

    static Query of(String path) {
        return new Query(path);
    }

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(next).append(name).append('=').append(escaped(value.toString()));
            next = '&';
        }
        return this;
    }

    /** One segment of a path. */
    static String escaped(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
