package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.edi.AnswerEnvelope;
import dev.tidegate.processing.edi.Fate;
import dev.tidegate.processing.x12.Framing.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to the interchanges of a message, as trees for {@link X12Writer}: a 997 (X12.20) or,
 * where GS08 is 005010 or later, a 999 (X12.56) for each functional group; and a TA1 where ISA14
 * asks for one. Acknowledgements (GS01 FA) are never acknowledged.
 *
 * <p>Pure: the same bytes that became the same events have the same answers.
 */
public final class X12Answers {
    private static final String ACKNOWLEDGEMENTS = "FA";
    private final Map<String, List<Fate>> fates;

    private X12Answers(Map<String, List<Fate>> fates) {
        this.fates = fates;
    }

    /**
     * @param fates of the events that the bytes became, by their ref
     * @param first the envelope of the first answer; the others' numbers follow it
     * @return empty where nothing in it is acknowledged
     */
    public static List<Outgoing> of(
            byte[] bytes, Map<String, List<Fate>> fates, AnswerEnvelope first) {
        var answers = new X12Answers(fates);
        var all = new ArrayList<Outgoing>();
        var envelope = first;
        for (Part part : Framing.read(X12Adapter.text(bytes))) {
            if (part instanceof Part.Whole(var interchange)) {
                var made = answers.answer(interchange, envelope);
                all.addAll(made);
                envelope = made.isEmpty() ? envelope : envelope.next();
            }
        }
        return all;
    }

    private List<Outgoing> answer(Interchange interchange, AnswerEnvelope envelope) {
        var isa = isa(interchange, envelope);
        var trees = new ArrayList<Map<String, Object>>();
        if (interchange.isa.element(14).equals("1")) {
            trees.add(Map.of("ISA", isa, "TA1", InterchangeAnswer.ta1(interchange)));
        }
        int number = 0;
        for (Interchange.Group group : interchange.groups) {
            if (group.header != null && !group.header.element(1).equals(ACKNOWLEDGEMENTS)) {
                trees.add(
                        new GroupAnswer(interchange, group, fates)
                                .tree(isa, gs(group.header, envelope), ++number));
            }
        }
        return trees.stream().map(tree -> new Outgoing(tree, separators(interchange))).toList();
    }

    /** The other way round, by the partner's own version and separators. */
    private static Map<String, Object> isa(Interchange interchange, AnswerEnvelope envelope) {
        var told = interchange.isa;
        var isa = new LinkedHashMap<String, Object>();
        isa.put("05", told.element(7));
        isa.put("06", told.element(8));
        isa.put("07", told.element(5));
        isa.put("08", told.element(6));
        isa.put("09", envelope.shortDate());
        isa.put("10", envelope.time());
        isa.put("12", told.element(12));
        isa.put("13", "%09d".formatted(envelope.controlNumber()));
        isa.put("14", "0");
        isa.put("15", told.element(15));
        return isa;
    }

    private static Map<String, Object> gs(X12Segment told, AnswerEnvelope envelope) {
        return Map.of(
                "01", ACKNOWLEDGEMENTS,
                "02", told.element(3),
                "03", told.element(2),
                "04", envelope.date(),
                "05", envelope.time(),
                "06", Long.toString(envelope.controlNumber()),
                "07", "X",
                "08", told.element(8));
    }

    private static Map<String, Object> separators(Interchange interchange) {
        return Separators.like(interchange.delimiters).variables();
    }
}
