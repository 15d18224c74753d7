package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Lengths;
import dev.tidegate.processing.edi.SetWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trees of messages, as {@link EdifactAdapter} gives them to a mapping, to interchanges (ISO 9735,
 * syntax version 3). UNT01, UNE01, UNZ01 and the CNT that counts lines are counted, never taken;
 * the references are the trees': UNB05, UNG05, UNH01. Messages with the same UNB in a row stand in
 * one interchange. The text is in the repertoire that the first UNB names. Its variables say by
 * which service characters: {@code element}, {@code component}, {@code decimal}, {@code release},
 * {@code terminator}.
 */
public final class EdifactWriter implements DocumentWriter {
    private static final Grammars GRAMMARS = Grammars.read("/edifact/grammar.txt");
    private static final Set<String> ENVELOPES = Set.of("UNB", "UNG", "UNH", "UNT", "within");
    private static final Lengths OF_D01B = Lengths.read("/edifact/D01B.txt");
    private final int segmentsMax;

    public EdifactWriter(int segmentsMax) {
        this.segmentsMax = segmentsMax;
    }

    /** Its UNB tells the repertoire. */
    @Override
    public String contentType() {
        return "application/edifact";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        var out = new InterchangeText(ServiceCharacters.of(documents.getFirst()));
        for (int i = 0; i < documents.size(); i++) {
            try {
                write(documents.get(i).tree(), out);
            } catch (Unwritable e) {
                throw e.of(i);
            }
            out.require(sizeMax);
        }
        var bytes = out.ended();
        if (bytes.length > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
        return bytes;
    }

    private void write(Map<?, ?> tree, InterchangeText out) {
        out.envelope(tree);
        var unh = Draft.envelope("UNH", header(tree, "UNH"), 1);
        String type = unh.required("02");
        String number = unh.required("01");
        var grammar =
                GRAMMARS.of(type)
                        .orElseThrow(
                                () ->
                                        unh.unwritable(
                                                "02",
                                                "Messages written are "
                                                        + String.join(", ", GRAMMARS.names())
                                                        + "."));
        boolean known = "01B".equals(unh.elements().get("02-3"));
        out.message(
                new SetWriter(
                                out.syntax(),
                                ENVELOPES,
                                known ? OF_D01B : Lengths.NONE,
                                "CNT",
                                segmentsMax)
                        .write(tree, grammar, unh, count -> unt(count, number)));
    }

    private static Draft unt(int count, String number) {
        return Draft.envelope("UNT", Map.of("01", count, "02", number), count);
    }

    static Map<?, ?> header(Map<?, ?> tree, String id) {
        if (tree.get(id) instanceof Map<?, ?> header) {
            return header;
        }
        throw Unwritable.inTree(List.of(id), "There is no " + id + ", and there must be one.");
    }
}
