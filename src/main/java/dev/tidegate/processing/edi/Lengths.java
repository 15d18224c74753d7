package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Unwritable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one version of a standard asks of elements: a table, read from {@code x12/004010.txt} or
 * {@code edifact/D01B.txt}, which explains its own form.
 *
 * @param bySegment by the segment's id, then by the element's name
 */
public record Lengths(Map<String, Map<String, Limit>> bySegment) {
    private static final Pattern ELEMENT =
            Pattern.compile("(\\d\\d(?:-\\d{1,2})?):(n?)(\\d{1,4})(!?)");

    /** Of a version that no table tells of: nothing is asked. */
    public static final Lengths NONE = new Lengths(Map.of());

    /**
     * @param max characters; digits of a number
     */
    record Limit(int max, boolean number, boolean required) {}

    /**
     * @param table such as {@code /x12/004010.txt}
     */
    public static Lengths read(String table) {
        try (var in = Lengths.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("no " + table + " on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var bySegment = new HashMap<String, Map<String, Limit>>();
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> bySegment.put(line.split(" ")[0], parse(line)));
            return new Lengths(Map.copyOf(bySegment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Limit> parse(String line) {
        var limits = new LinkedHashMap<String, Limit>();
        ELEMENT.matcher(line)
                .results()
                .forEach(
                        told ->
                                limits.put(
                                        told.group(1),
                                        new Limit(
                                                Integer.parseInt(told.group(3)),
                                                !told.group(2).isEmpty(),
                                                !told.group(4).isEmpty())));
        return limits;
    }

    /**
     * @throws Unwritable at the first element that lacks, is too long or is no number
     */
    public void check(Draft draft) {
        var elements = draft.elements();
        bySegment
                .getOrDefault(draft.id(), Map.of())
                .forEach(
                        (name, limit) ->
                                fault(elements.getOrDefault(name, ""), limit)
                                        .ifPresent(
                                                fault -> {
                                                    throw draft.unwritable(name, fault);
                                                }));
    }

    private static Optional<String> fault(String value, Limit limit) {
        if (value.isEmpty()) {
            return limit.required()
                    ? Optional.of("It is empty, and it must not be.")
                    : Optional.empty();
        }
        if (limit.number() && Numbers.decimal(value) == null) {
            return Optional.of("It is no number.");
        }
        long length = limit.number() ? digits(value) : value.length();
        return length > limit.max()
                ? Optional.of(
                        "It has %d %s, and at most %d are allowed."
                                .formatted(
                                        length,
                                        limit.number() ? "digits" : "characters",
                                        limit.max()))
                : Optional.empty();
    }

    private static long digits(String number) {
        return number.chars().filter(Character::isDigit).count();
    }
}
