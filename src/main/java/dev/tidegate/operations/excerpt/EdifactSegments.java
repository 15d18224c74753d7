package dev.tidegate.operations.excerpt;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Segments of EDIFACT interchanges (ISO 9735), by the UNA's characters or the usual ones. Reads
 * loosely, since what is looked for is wrong.
 */
final class EdifactSegments {
    private static final int UNA_LENGTH = 9;

    private final String text;
    private final Pattern element;
    private final char release;
    private final char terminator;
    private String interchange = "";
    private String group = "";
    private String message = "";
    private int segment;

    private EdifactSegments(String text, char element, char release, char terminator) {
        this.text = text;
        this.element = Pattern.compile(Pattern.quote(String.valueOf(element)));
        this.release = release;
        this.terminator = terminator;
    }

    /**
     * @param ref {@code UNB05/UNH01}, with a group's UNG05 between them, or UNB05
     * @param number of the segment within the message, from 1
     */
    static OptionalInt start(byte[] bytes, String ref, int number) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int una = text.indexOf("UNA");
        int unb = text.indexOf("UNB");
        if (una >= 0 && (unb < 0 || una < unb) && una + UNA_LENGTH <= text.length()) {
            var told =
                    new EdifactSegments(
                            text, text.charAt(una + 4), text.charAt(una + 6), text.charAt(una + 8));
            return told.find(una + UNA_LENGTH, ref, number);
        }
        return unb < 0
                ? OptionalInt.empty()
                : new EdifactSegments(text, '+', '?', '\'').find(unb, ref, number);
    }

    private OptionalInt find(int begin, String ref, int number) {
        int from = begin;
        while (from < text.length()) {
            int start = skipBlanks(from);
            int end = end(start);
            read(text.substring(start, end));
            if (segment == number && isAt(ref)) {
                return OptionalInt.of(start);
            }
            from = end + 1;
        }
        return OptionalInt.empty();
    }

    private int end(int from) {
        int end = text.indexOf(terminator, from);
        while (end > 0 && isReleased(end)) {
            end = text.indexOf(terminator, end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    /** By an odd number of release characters: two of them are one that is text. */
    private boolean isReleased(int at) {
        int releases = 0;
        while (releases < at && release != ' ' && text.charAt(at - releases - 1) == release) {
            releases++;
        }
        return releases % 2 == 1;
    }

    private boolean isAt(String ref) {
        return ref.equals(interchange + "/" + group + message)
                || message.isEmpty() && ref.equals(interchange);
    }

    private void read(String content) {
        var elements = element.split(content, -1);
        segment++;
        switch (elements[0]) {
            case "UNB" -> begin(at(elements, 5), "", "");
            case "UNG" -> begin(interchange, at(elements, 5) + "/", "");
            case "UNE" -> begin(interchange, "", "");
            case "UNH" -> begin(interchange, group, at(elements, 1));
            default -> {}
        }
    }

    private void begin(String ofInterchange, String ofGroup, String ofMessage) {
        interchange = ofInterchange;
        group = ofGroup;
        message = ofMessage;
        segment = 1;
    }

    private static String at(String[] elements, int index) {
        return index < elements.length ? elements[index].strip() : "";
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
