package dev.tidegate.governance.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mappings that sources start with, one expression each, as they are published. A long one is
 * kept in parts: {@code $include("x12/850-order")} stands for the text of {@code
 * mappings/x12/850-order.jsonata}, at most once in a line, and a part may include others in turn.
 * So what several parts say alike is told once, and costs nothing when it runs.
 */
public final class StartingMappings {
    private static final Pattern INCLUDE =
            Pattern.compile("(?m)^( *)(.*?)\\$include\\(\"([a-z0-9/-]+)\"\\)");
    private static final int DEPTH_MAX = 3;

    private StartingMappings() {}

    /**
     * @param name of the file {@code mappings/<name>.jsonata}
     */
    public static String text(String name) {
        return text(name, 0);
    }

    private static String text(String name, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalStateException("parts of mappings nest too deep at " + name);
        }
        return INCLUDE.matcher(file(name)).replaceAll(include -> included(include, depth));
    }

    private static String included(MatchResult include, int depth) {
        String indent = include.group(1);
        String part = text(include.group(3), depth + 1).strip().replace("\n", "\n" + indent);
        return Matcher.quoteReplacement(indent + include.group(2) + part);
    }

    private static String file(String name) {
        try (var in =
                StartingMappings.class.getResourceAsStream("/mappings/" + name + ".jsonata")) {
            if (in == null) {
                throw new IllegalStateException(
                        "no mappings/" + name + ".jsonata on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
