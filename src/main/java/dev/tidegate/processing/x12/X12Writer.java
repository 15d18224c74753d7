package dev.tidegate.processing.x12;

import dev.tidegate.processing.edi.DocumentWriter;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Unwritable;
import dev.tidegate.processing.edi.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trees of transaction sets, as {@link X12Adapter} gives them to a mapping, to interchanges (ASC
 * X12.5 and X12.6). SE01, GE01, IEA01 and CTT01 are counted, never taken; the control numbers are
 * told by the trees: ISA13, GS06, ST02. Sets with the same ISA in a row stand in one interchange,
 * those with the same GS in one group. Stateless.
 */
public final class X12Writer {
    private static final Grammars GRAMMARS = Grammars.read("/x12/grammar.txt");
    private static final Set<String> ENVELOPES = Set.of("ISA", "GS", "ST", "SE", "within");
    private final Separators separators;
    private final int segmentsMax;

    public X12Writer(Separators separators, int segmentsMax) {
        this.separators = separators;
        this.segmentsMax = segmentsMax;
    }

    /** Its bytes in UTF-8, or the first place that can't be written. */
    public Written write(List<Map<String, Object>> documents) {
        return Written.of(() -> bytes(documents));
    }

    private byte[] bytes(List<Map<String, Object>> documents) {
        var out = new InterchangeText(separators);
        for (Map<String, Object> document : documents) {
            out.envelope(header(document, "ISA"), header(document, "GS"));
            out.set(segments(document, out.repetition()));
        }
        return out.ended().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> segments(Map<String, Object> document, String repetition) {
        var st = new Draft("ST", header(document, "ST"), 1, 1);
        String type = told(st, "01");
        String number = told(st, "02");
        var grammar = GRAMMARS.of(type).orElseThrow(() -> unsupported(type));
        var syntax = new X12Syntax(separators, repetition);
        return new DocumentWriter(syntax, ENVELOPES, "CTT", segmentsMax)
                .write(
                        document,
                        grammar,
                        st,
                        count -> new Draft("SE", Map.of("01", count, "02", number), 1, count));
    }

    private static Map<?, ?> header(Map<String, Object> document, String id) {
        if (document.get(id) instanceof Map<?, ?> header) {
            return header;
        }
        throw Unwritable.at(
                id, "missing_segment", "The document has no " + id + ".", "Tell it in the mapping.");
    }

    private static String told(Draft draft, String element) {
        String value = draft.elements().get(element);
        if (value == null) {
            throw Unwritable.at(
                    draft.place(element),
                    "missing_element",
                    "The element is empty, and it must not be.",
                    "Tell it in the outbound mapping.");
        }
        return value;
    }

    private static Unwritable unsupported(String type) {
        return Unwritable.at(
                "ST[1]-01 (segment 1)",
                "unsupported_type",
                "Transaction set \"" + type + "\" is not written here.",
                "Sets written are " + String.join(", ", GRAMMARS.names()) + ".");
    }
}
