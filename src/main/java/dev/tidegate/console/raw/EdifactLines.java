package dev.tidegate.console.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * EDIFACT: a line for each segment, terminator and all, as the UNA says they end or as is usual.
 * The place of a line is its message's, {@code UNB05/UNH01}, and the segment's number within it.
 */
final class EdifactLines {
    private static final int UNA_LENGTH = 9;
    private static final Pattern START =
            Pattern.compile("\\s*\\uFEFF?\\s*(UNA.{6}|UNB\\+)", Pattern.DOTALL);

    private final Pattern element;
    private final List<RawText.Line> lines = new ArrayList<>();
    private String interchange = "";
    private String group = "";
    private String message = "";
    private int number;

    private EdifactLines(char element, char release) {
        String mark = Pattern.quote(String.valueOf(element));
        String unreleased =
                release == ' ' ? "" : "(?<!" + Pattern.quote(String.valueOf(release)) + ")";
        this.element = Pattern.compile(unreleased + mark);
    }

    static boolean looksLike(String text) {
        return START.matcher(text).lookingAt();
    }

    static List<RawText.Line> of(String text) {
        var start = START.matcher(text);
        int at = start.lookingAt() ? start.start(1) : 0;
        boolean told = text.startsWith("UNA", at);
        char release = told ? text.charAt(at + 6) : '?';
        char terminator = told ? text.charAt(at + 8) : '\'';
        var shown = new EdifactLines(told ? text.charAt(at + 4) : '+', release);
        int from = at;
        if (told) {
            shown.lines.add(
                    RawText.Line.of(1, Visible.of(text.substring(at, at + UNA_LENGTH)), ""));
            from = at + UNA_LENGTH;
        }
        while (from < text.length()) {
            int end = end(text, from, terminator, release);
            int to = end < 0 ? text.length() : end + 1;
            var segment = text.substring(from, to).strip();
            if (!segment.isEmpty()) {
                shown.add(segment, end < 0 ? segment : segment.substring(0, segment.length() - 1));
            }
            from = to;
        }
        return shown.lines;
    }

    private static int end(String text, int from, char terminator, char release) {
        int end = text.indexOf(terminator, from);
        while (end > 0 && isReleased(text, release, end)) {
            end = text.indexOf(terminator, end + 1);
        }
        return end;
    }

    /** By an odd number of release characters: two of them are one that is text. */
    private static boolean isReleased(String text, char release, int at) {
        int releases = 0;
        while (releases < at && release != ' ' && text.charAt(at - releases - 1) == release) {
            releases++;
        }
        return releases % 2 == 1;
    }

    private void add(String segment, String withoutEnd) {
        var elements = element.split(withoutEnd, -1);
        number++;
        switch (elements[0]) {
            case "UNB" -> begin(at(elements, 5), "", "");
            case "UNG" -> begin(interchange, at(elements, 5) + "/", "");
            case "UNE" -> begin(interchange, "", "");
            case "UNH" -> begin(interchange, group, at(elements, 1));
            default -> {}
        }
        var place = interchange + "/" + group + message + "#" + number;
        lines.add(RawText.Line.of(lines.size() + 1, Visible.of(segment), place));
    }

    private void begin(String ofInterchange, String ofGroup, String ofMessage) {
        interchange = ofInterchange;
        group = ofGroup;
        message = ofMessage;
        number = 1;
    }

    private static String at(String[] elements, int index) {
        return index < elements.length ? elements[index].strip() : "";
    }
}
