package dev.tidegate.operations.excerpt;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Segments of X12 interchanges (ASC X12.5): the ISA has a fixed width and so tells its delimiters.
 * Reads loosely, since what is looked for is wrong.
 */
final class X12Segments {
    private static final int ELEMENT_SEPARATOR_AT = 3;
    private static final int TERMINATOR_AT = 105;

    private final byte[] bytes;
    private final byte element;
    private final byte terminator;
    private String interchange = "";
    private String group = "";
    private String set = "";
    private int segment;

    private X12Segments(byte[] bytes, int isa) {
        this.bytes = bytes;
        this.element = bytes[isa + ELEMENT_SEPARATOR_AT];
        this.terminator = bytes[isa + TERMINATOR_AT];
    }

    /**
     * @param ref {@code ISA13/GS06/ST02}, or fewer of them
     * @param number of the segment within the set, from 1
     */
    static OptionalInt start(byte[] bytes, String ref, int number) {
        int isa = isa(bytes);
        return isa < 0 ? OptionalInt.empty() : new X12Segments(bytes, isa).find(isa, ref, number);
    }

    private static int isa(byte[] bytes) {
        for (int i = 0; i + TERMINATOR_AT < bytes.length; i++) {
            if (bytes[i] == 'I' && bytes[i + 1] == 'S' && bytes[i + 2] == 'A') {
                return i;
            }
        }
        return -1;
    }

    private OptionalInt find(int isa, String ref, int number) {
        int from = isa;
        while (from < bytes.length) {
            int start = skipBlanks(from);
            int end = start;
            while (end < bytes.length && bytes[end] != terminator) {
                end++;
            }
            read(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
            if (isAt(ref) && segment == number) {
                return OptionalInt.of(start);
            }
            from = end + 1;
        }
        return OptionalInt.empty();
    }

    private boolean isAt(String ref) {
        return ref.equals(interchange + "/" + group + "/" + set)
                || (set.isEmpty() && ref.equals(interchange + "/" + group))
                || (group.isEmpty() && ref.equals(interchange));
    }

    private void read(String text) {
        var elements =
                text.split(java.util.regex.Pattern.quote(String.valueOf((char) element)), -1);
        segment++;
        switch (elements[0]) {
            case "ISA" -> {
                interchange = at(elements, 13);
                group = "";
                set = "";
                segment = 1;
            }
            case "GS" -> {
                group = at(elements, 6);
                set = "";
                segment = 1;
            }
            case "ST" -> {
                set = at(elements, 2);
                segment = 1;
            }
            default -> {}
        }
    }

    private static String at(String[] elements, int index) {
        return index < elements.length ? elements[index].strip() : "";
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == ' ')) {
            at++;
        }
        return at;
    }
}
