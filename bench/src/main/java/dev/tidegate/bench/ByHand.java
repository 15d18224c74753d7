package dev.tidegate.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An X12 850 to an order as a programmer would write it for one partner, from the same tree and
 * with the same outcome as the shipped mapping. What that partner doesn't send isn't provided for.
 */
final class ByHand {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final List<String> SELLERS_IDS =
            List.of("VN", "VP", "VA", "SK", "UP", "EN", "UK", "UI", "EO", "BP", "IN", "PI");
    private static final List<String> GTINS = List.of("UK", "EN", "UP", "UI", "EO", "UA", "UD");
    private static final List<String> WANTED_ON =
            List.of("002", "106", "063", "064", "010", "037", "038");
    private static final Map<String, String> UNITS = Map.of("EA", "EA", "CA", "CS", "LB", "LBR");

    private ByHand() {}

    static Map<String, Object> order(Map<String, Object> set, Object version) {
        var beg = segment(set.get("BEG"));
        var buyer = with(segments(set.get("N1_loop"), "N1"), List.of("BY", "BT", "SO"));
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "sales");
        body.put("number", beg.get("03"));
        body.put("status", List.of("01", "03").contains(beg.get("01")) ? "cancelled" : "open");
        put(body, "partner", party(buyer));
        put(body, "currency", first(set.get("CUR")).get("02"));
        body.put(
                "ordered_at",
                day(beg.get("05")).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        put(body, "requested_on", date(with(all(set.get("DTM")), WANTED_ON).get("02")));
        var lines = new ArrayList<Map<String, Object>>();
        for (Map<?, ?> loop : all(set.get("PO1_loop"))) {
            lines.add(line(loop));
        }
        body.put("lines", lines);
        return Map.of("type", "order", "version", version, "body", body);
    }

    private static Map<String, Object> line(Map<?, ?> loop) {
        var po1 = segment(loop.get("PO1"));
        var line = new LinkedHashMap<String, Object>();
        put(line, "line", po1.get("01"));
        put(line, "item", id(po1, SELLERS_IDS));
        var gtin = id(po1, GTINS);
        put(line, "gtin", gtin != null && GTIN.matcher(gtin).matches() ? gtin : null);
        for (Map<?, ?> pid : all(loop.get("PID"))) {
            if (pid.get("05") != null) {
                line.put("description", pid.get("05"));
                break;
            }
        }
        put(line, "quantity", decimal(po1.get("02")));
        put(line, "unit", unit(po1.get("03")));
        put(line, "unit_price", decimal(po1.get("04")));
        put(line, "requested_on", date(with(all(loop.get("DTM")), WANTED_ON).get("02")));
        return line;
    }

    private static Object unit(Object told) {
        return told == null ? null : UNITS.getOrDefault(told.toString(), told.toString());
    }

    private static Map<String, Object> party(Map<?, ?> n1) {
        var party = new HashMap<String, Object>();
        put(
                party,
                switch (String.valueOf(n1.get("03"))) {
                    case "UL" -> "gln";
                    case "1", "9" -> "duns";
                    default -> "code";
                },
                n1.get("04"));
        put(party, "name", n1.get("02"));
        return party.isEmpty() ? null : party;
    }

    private static String id(Map<?, ?> po1, List<String> qualifiers) {
        for (String wanted : qualifiers) {
            for (int at = 6; at < 30; at += 2) {
                if (wanted.equals(po1.get(name(at)))) {
                    return Objects.toString(po1.get(name(at + 1)), null);
                }
            }
        }
        return null;
    }

    private static String name(int position) {
        return position < 10 ? "0" + position : Integer.toString(position);
    }

    private static BigDecimal decimal(Object told) {
        return told == null ? null : new BigDecimal(told.toString());
    }

    private static LocalDate day(Object told) {
        return LocalDate.parse(told.toString(), DAY);
    }

    private static String date(Object told) {
        return told == null ? null : day(told).toString();
    }

    private static Map<?, ?> with(List<Map<?, ?>> segments, List<String> qualifiers) {
        for (String wanted : qualifiers) {
            for (Map<?, ?> segment : segments) {
                if (wanted.equals(segment.get("01"))) {
                    return segment;
                }
            }
        }
        return Map.of();
    }

    private static Map<?, ?> segment(Object told) {
        return told instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<?, ?> first(Object told) {
        var all = all(told);
        return all.isEmpty() ? Map.of() : all.getFirst();
    }

    private static List<Map<?, ?>> segments(Object loops, String name) {
        var all = new ArrayList<Map<?, ?>>();
        for (Map<?, ?> loop : all(loops)) {
            all.add(segment(loop.get(name)));
        }
        return all;
    }

    private static List<Map<?, ?>> all(Object told) {
        var all = new ArrayList<Map<?, ?>>();
        if (told instanceof List<?> list) {
            list.forEach(one -> all.add(segment(one)));
        } else if (told != null) {
            all.add(segment(told));
        }
        return all;
    }

    private static void put(Map<String, Object> to, String name, Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
