package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.Fate.Flawed;
import dev.tidegate.processing.edi.Place;
import dev.tidegate.processing.edi.Verdict;
import dev.tidegate.processing.edi.Verdict.Word;
import dev.tidegate.processing.edifact.Interchange.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a CONTRL says of one message: UCM, and for each segment with something wrong UCS and UCD.
 */
record MessageAnswer(Message message, Verdict verdict) {
    /** Our codes as syntax errors (0085). */
    static final Map<String, String> CODES =
            Map.of(
                    "unsupported_type", "17", // no agreement
                    "truncated_set", "13", // missing
                    "control_number_mismatch", "28", // references do not match
                    "segment_count_mismatch", "29", // control count does not match
                    "missing_segment", "13",
                    "missing_element", "13",
                    "too_long", "39",
                    "not_a_decimal", "37", // invalid type of character(s)
                    "not_a_date", "12", // invalid value
                    "not_a_timestamp", "12");

    private static final List<String> OF_THE_MESSAGE =
            List.of(
                    "unsupported_type",
                    "truncated_set",
                    "control_number_mismatch",
                    "segment_count_mismatch");

    Map<String, Object> tree() {
        var unh = message.unh();
        var ucm = new LinkedHashMap<String, Object>();
        ucm.put("01", unh.element(1));
        ucm.put("02", message.type());
        for (int i = 2; i <= 5; i++) {
            ucm.put("02-" + i, unh.component(2, i));
        }
        boolean rejected = verdict.word() == Word.REJECTED;
        ucm.put("03", rejected ? "4" : "7");
        if (rejected) {
            ofTheMessage().ifPresent(code -> ucm.put("04", code));
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("UCM", ucm);
        tree.put("UCS_loop", segments());
        return tree;
    }

    private Optional<String> ofTheMessage() {
        return verdict.flaws().stream()
                .map(Flawed::code)
                .filter(OF_THE_MESSAGE::contains)
                .map(MessageAnswer::code)
                .findFirst();
    }

    private static String code(String code) {
        return CODES.getOrDefault(code, "18"); // unspecified
    }

    private List<Map<String, Object>> segments() {
        var segments = new ArrayList<Map<String, Object>>();
        for (Flawed flaw : verdict.flaws()) {
            if (!OF_THE_MESSAGE.contains(flaw.code())) {
                Place.of(flaw.place()).ifPresent(place -> segments.add(segment(place, flaw)));
            }
        }
        return segments;
    }

    private Map<String, Object> segment(Place place, Flawed flaw) {
        var ucs = new LinkedHashMap<String, Object>();
        // what lacks has no position: told is the one at whose end it wasn't found
        ucs.put("01", Integer.toString(place.segment().orElse(message.segments.size())));
        var loop = new LinkedHashMap<String, Object>();
        loop.put("UCS", ucs);
        if (place.element().isEmpty()) {
            ucs.put("02", code(flaw.code()));
        } else {
            loop.put("UCD", element(place, flaw));
        }
        return loop;
    }

    /** A position counts the segment's tag as the first (0098). */
    private static Map<String, Object> element(Place place, Flawed flaw) {
        var ucd = new LinkedHashMap<String, Object>();
        ucd.put("01", code(flaw.code()));
        ucd.put("02", Integer.toString(place.element().orElse(0) + 1));
        if (place.component().isPresent()) {
            ucd.put("02-2", Integer.toString(place.component().getAsInt()));
        }
        return ucd;
    }
}
