package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Unwritable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A segment to be written, as a document's tree tells it.
 *
 * @param path of {@code told} in the tree
 * @param occurrence among the segments of its kind in the set or message, from 1
 * @param index in the set or message, ST or UNH being 1
 */
public record Draft(String id, Map<?, ?> told, List<Object> path, int occurrence, int index) {
    private static final Pattern NAME = Pattern.compile("\\d\\d(-[1-9]\\d?)?");

    /** A header or trailer, of which there is one. */
    public static Draft envelope(String id, Map<?, ?> told, int index) {
        return new Draft(id, told, List.of(id), 1, index);
    }

    /** Elements as texts by their names, in order; empty ones are left out. */
    public Map<String, String> elements() {
        var elements = new TreeMap<String, String>(Draft::compare);
        told.forEach(
                (name, value) -> {
                    if (!NAME.matcher(String.valueOf(name)).matches()) {
                        throw unwritable(String.valueOf(name), "That is no element's number.");
                    }
                    String text = text(String.valueOf(name), value);
                    if (!text.isEmpty()) {
                        elements.put(String.valueOf(name), text);
                    }
                });
        return elements;
    }

    /** The element's text; a document without it can't be written. */
    public String required(String element) {
        String value = elements().get(element);
        if (value == null) {
            throw unwritable(element, "It is empty, and it must not be.");
        }
        return value;
    }

    /** Says the place twice: in the tree, and as it would be in the document. */
    public Unwritable unwritable(String element, String reason) {
        var at = new ArrayList<Object>(path);
        at.add(element);
        return Unwritable.inTree(
                at, "%s[%d]-%s (segment %d): %s".formatted(id, occurrence, element, index, reason));
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
            throw unwritable(name, "A list or an object is no element.");
        }
        var bad = text.codePoints().filter(Draft::isUnwritable).findFirst();
        if (bad.isPresent()) {
            throw unwritable(name, "It holds U+%04X, which no text may.".formatted(bad.getAsInt()));
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
