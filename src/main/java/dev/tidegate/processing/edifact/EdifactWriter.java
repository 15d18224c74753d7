package dev.tidegate.processing.edifact;

import dev.tidegate.processing.edi.DocumentWriter;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Unwritable;
import dev.tidegate.processing.edi.Written;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trees of messages, as {@link EdifactAdapter} gives them to a mapping, to interchanges (ISO 9735,
 * syntax version 3). UNT01, UNE01, UNZ01 and the CNT that counts lines are counted, never taken; the
 * references are told by the trees: UNB05, UNG05, UNH01. Messages with the same UNB in a row stand
 * in one interchange. The text is in the repertoire that UNB01 names, and is refused where it
 * doesn't have a character. Stateless.
 */
public final class EdifactWriter {
    private static final Grammars GRAMMARS = Grammars.read("/edifact/grammar.txt");
    private static final Set<String> ENVELOPES = Set.of("UNB", "UNG", "UNH", "UNT", "within");
    private final ServiceCharacters characters;
    private final int segmentsMax;

    public EdifactWriter(ServiceCharacters characters, int segmentsMax) {
        this.characters = characters;
        this.segmentsMax = segmentsMax;
    }

    /** Its bytes, or the first place that can't be written. */
    public Written write(List<Map<String, Object>> documents) {
        return Written.of(() -> bytes(documents));
    }

    private byte[] bytes(List<Map<String, Object>> documents) {
        var out = new InterchangeText(characters);
        for (Map<String, Object> document : documents) {
            out.envelope(document);
            out.message(segments(document, out.syntax()));
        }
        return out.ended();
    }

    private List<String> segments(Map<String, Object> document, EdifactSyntax syntax) {
        var unh = new Draft("UNH", header(document, "UNH"), 1, 1);
        String type = told(unh, "02");
        String number = told(unh, "01");
        var grammar = GRAMMARS.of(type).orElseThrow(() -> unsupported(type));
        return new DocumentWriter(syntax, ENVELOPES, "CNT", segmentsMax)
                .write(
                        document,
                        grammar,
                        unh,
                        count -> new Draft("UNT", Map.of("01", count, "02", number), 1, count));
    }

    static Map<?, ?> header(Map<String, Object> document, String id) {
        if (document.get(id) instanceof Map<?, ?> header) {
            return header;
        }
        throw Unwritable.at(
                id, "missing_segment", "The document has no " + id + ".", "Tell it in the mapping.");
    }

    static String told(Draft draft, String element) {
        String value = draft.elements().get(element);
        if (value == null) {
            throw Unwritable.at(
                    draft.place(element),
                    "missing_element",
                    "The element is empty, and it must not be.",
                    "Tell it in the outbound mapping, or beside the document.");
        }
        return value;
    }

    private static Unwritable unsupported(String type) {
        return Unwritable.at(
                "UNH[1]-02 (segment 1)",
                "unsupported_type",
                "The message \"" + type + "\" is not written here.",
                "Messages written are " + String.join(", ", GRAMMARS.names()) + ".");
    }
}
