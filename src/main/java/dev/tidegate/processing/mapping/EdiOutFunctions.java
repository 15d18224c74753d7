package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Unusable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How X12 and EDIFACT tell values: the inverses of what their readers are given. */
final class EdiOutFunctions {
    private static final int ISO_DATE = "2026-11-24".length();
    private static final int ISO_MINUTE = "2026-11-24T10:00".length();
    private static final int ISO_SECOND = "2026-11-24T10:00:00".length();
    private static final int NAME_LINES = 5;
    private static final int NAME_LINE_LENGTH = 35;

    private EdiOutFunctions() {}

    /** A number in X12's Nn, its point left out: the inverse of {@code $implied}. */
    static @Nullable Object minor(@Nullable Object value, @Nullable Object places) {
        var number = Numbers.decimal(value);
        if (number == null || !(places instanceof Number count)) {
            return value;
        }
        var moved = number.movePointRight(count.intValue()).stripTrailingZeros();
        return moved.scale() > 0
                ? new Unusable(
                        "too_many_decimals",
                        "\"" + value + "\" has more than " + count + " decimals.",
                        value)
                : moved.setScale(0);
    }

    /** A moment's day in UTC, as CCYYMMDD; of a day the day. */
    static @Nullable Object basicDate(@Nullable Object value) {
        return value instanceof String told && told.length() >= ISO_DATE
                ? told.substring(0, ISO_DATE).replace("-", "")
                : null;
    }

    /**
     * A moment's time of day in UTC, as HHMM, or HHMMSS where there are seconds; nothing at
     * midnight, so that what was a day is told as one. Parts of a second are left out.
     */
    static @Nullable Object basicTime(@Nullable Object value) {
        if (!(value instanceof String told) || told.length() < ISO_MINUTE) {
            return null;
        }
        String minute = told.substring(ISO_DATE + 1, ISO_MINUTE).replace(":", "");
        boolean seconds = told.length() >= ISO_SECOND && told.charAt(ISO_MINUTE) == ':';
        String second = seconds ? told.substring(ISO_MINUTE + 1, ISO_SECOND) : "00";
        String time = second.equals("00") ? minute : minute + second;
        return time.equals("0000") ? null : time;
    }

    /** A DTM that tells a moment, in UTC to the second, or a day (2379: 102, 303, 304). */
    static @Nullable Object dtmFor(@Nullable String qualifier, @Nullable Object moment) {
        var date = basicDate(moment);
        if (qualifier == null || date == null) {
            return null;
        }
        String time = basicTime(moment) instanceof String told ? told : "";
        return switch (time.length()) {
            case 0 -> Map.of("01", qualifier, "01-2", date, "01-3", "102");
            case 4 -> Map.of("01", qualifier, "01-2", date + time + "UTC", "01-3", "303");
            default -> Map.of("01", qualifier, "01-2", date + time + "UTC", "01-3", "304");
        };
    }

    /**
     * A party's name in lines of at most 35 characters, cut at blanks where it can be, such that
     * {@code $nad} puts them together again; whole where no cut would do.
     */
    static List<String> nameLines(@Nullable String name) {
        String whole = name == null ? "" : name.strip();
        var lines = new ArrayList<String>();
        String rest = whole;
        while (rest.length() > NAME_LINE_LENGTH && lines.size() < NAME_LINES - 1) {
            int cut = cut(rest, joined(lines).length() + (lines.isEmpty() ? 0 : 1));
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return joined(lines).equals(whole) ? lines : List.of(whole);
    }

    /** At the last blank where the line doesn't look as if it went on, else where it is full. */
    private static int cut(String rest, int taken) {
        for (int at = NAME_LINE_LENGTH; at > 0; at--) {
            boolean single =
                    rest.charAt(at) == ' '
                            && rest.charAt(at - 1) != ' '
                            && rest.charAt(at + 1) != ' ';
            if (single && (taken + at) % NAME_LINE_LENGTH != 0) {
                return at;
            }
        }
        return NAME_LINE_LENGTH;
    }

    /** As a reader does it: a full line goes on in the next, others are parted by a blank. */
    private static String joined(List<String> lines) {
        var name = new StringBuilder();
        for (String line : lines) {
            boolean goesOn = name.isEmpty() || name.length() % NAME_LINE_LENGTH == 0;
            name.append(goesOn ? "" : " ").append(line);
        }
        return name.toString();
    }

    /**
     * Items that stand one behind another with the same value of a member, as {@code {"of",
     * "items"}}; {@code of} is left out where they have none.
     */
    static List<Map<String, Object>> runs(@Nullable Object items, @Nullable String member) {
        var runs = new ArrayList<Map<String, Object>>();
        var run = new ArrayList<Object>();
        String of = "";
        for (Object item : items instanceof Map<?, ?> one ? List.of(one) : listed(items)) {
            String value = item instanceof Map<?, ?> map ? told(map.get(member)) : "";
            if (runs.isEmpty() || !value.equals(of)) {
                of = value;
                run = new ArrayList<>();
                runs.add(of.isEmpty() ? Map.of("items", run) : Map.of("of", of, "items", run));
            }
            run.add(item);
        }
        return runs;
    }

    private static List<?> listed(@Nullable Object items) {
        return items instanceof List<?> list ? list : List.of();
    }

    private static String told(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * HL loops with HL01 counted from 1 on, as X12 asks, whatever they were told, and HL02 after
     * it; each is told after the loop that holds it.
     *
     * @param loops of which each has an HL whose 01 is its own and 02 its parent's
     */
    static List<Map<String, Object>> hierarchy(@Nullable Object loops) {
        var numbered = new ArrayList<Map<String, Object>>();
        var numbers = new HashMap<Object, String>();
        for (Object loop : listed(loops)) {
            if (loop instanceof Map<?, ?> told && told.get("HL") instanceof Map<?, ?> hl) {
                String number = Integer.toString(numbered.size() + 1);
                String parent = numbers.getOrDefault(hl.get("02"), "");
                numbers.put(hl.get("01"), number);
                numbered.add(numbered(told, hl, number, parent));
            }
        }
        return numbered;
    }

    private static Map<String, Object> numbered(
            Map<?, ?> told, Map<?, ?> hl, String number, String parent) {
        var level = new LinkedHashMap<String, Object>();
        level.put("01", number);
        level.put("02", parent);
        level.put("03", hl.get("03"));
        var copy = new LinkedHashMap<String, Object>();
        told.forEach((key, value) -> copy.put(key.toString(), value));
        copy.put("HL", level);
        return copy;
    }
}
