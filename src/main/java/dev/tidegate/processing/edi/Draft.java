package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A segment to be written, as a document's tree tells it.
 *
 * @param occurrence among the segments of its kind in the set or message, from 1
 * @param index in the set or message, ST or UNH being 1
 */
public record Draft(String id, Map<?, ?> told, int occurrence, int index) {
    private static final Pattern NAME = Pattern.compile("\\d\\d(-[1-9]\\d?)?");
    private static final String MEND = "Mend the outbound mapping.";

    /** Elements as texts by their names, in order; empty ones are left out. */
    public Map<String, String> elements() {
        var elements = new TreeMap<String, String>(Draft::compare);
        told.forEach(
                (name, value) -> {
                    if (!NAME.matcher(String.valueOf(name)).matches()) {
                        throw Unwritable.at(
                                place(),
                                "unknown_element",
                                "\"" + name + "\" is no element's number.",
                                MEND);
                    }
                    String text = text(String.valueOf(name), value);
                    if (!text.isEmpty()) {
                        elements.put(String.valueOf(name), text);
                    }
                });
        return elements;
    }

    /** {@code PO1[3] (segment 14)}. */
    public String place() {
        return "%s[%d] (segment %d)".formatted(id, occurrence, index);
    }

    /** {@code PO1[3]-02 (segment 14)}. */
    public String place(String element) {
        return "%s[%d]-%s (segment %d)".formatted(id, occurrence, element, index);
    }

    /** The position that a name begins with: of {@code 02-3} it is 2. */
    public static int position(String name) {
        return Integer.parseInt(name.substring(0, 2));
    }

    /** The component that a name ends with, from 1: of {@code 02-3} it is 3, of {@code 02} 1. */
    public static int component(String name) {
        return name.length() == 2 ? 1 : Integer.parseInt(name.substring(3));
    }

    private static int compare(String one, String other) {
        int byPosition = Integer.compare(position(one), position(other));
        return byPosition != 0 ? byPosition : Integer.compare(component(one), component(other));
    }

    private String text(String name, @Nullable Object value) {
        String text = text(value);
        if (text == null) {
            throw Unwritable.at(
                    place(name), "not_an_element", "A list or an object is no element.", MEND);
        }
        var bad = text.codePoints().filter(Draft::isUnwritable).findFirst();
        if (bad.isPresent()) {
            throw Unwritable.at(
                    place(name),
                    "unwritable_character",
                    "The character U+%04X can't be told.".formatted(bad.getAsInt()),
                    "Take it out of the text, in the outbound mapping or where it comes from.");
        }
        return text;
    }

    /** A control, or half of a character. */
    private static boolean isUnwritable(int c) {
        return c < ' ' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A value of a tree as a document tells it; null where it is none. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text.strip();
            case BigDecimal number -> plain(number);
            case Number number -> {
                var decimal = Numbers.decimal(number);
                yield decimal == null ? null : plain(decimal);
            }
            case Boolean flag -> flag ? "Y" : "N";
            default -> null;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
