package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Grammars;
import dev.tidegate.processing.edi.Lengths;
import dev.tidegate.processing.edi.SetWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trees of transaction sets, as {@link X12Adapter} gives them to a mapping, to interchanges (ASC
 * X12.5 and X12.6) in UTF-8. SE01, GE01, IEA01 and CTT01 are counted, never taken; the control
 * numbers are the trees': ISA13, GS06, ST02. Sets with the same ISA in a row stand in one
 * interchange, those with the same GS in one group. The first document's variables say by which
 * separators: {@code element}, {@code component}, {@code repetition}, {@code terminator}.
 */
public final class X12Writer implements DocumentWriter {
    private static final Grammars GRAMMARS = Grammars.read("/x12/grammar.txt");
    private static final Set<String> ENVELOPES = Set.of("ISA", "GS", "ST", "SE", "within");
    private static final Lengths OF_004010 = Lengths.read("/x12/004010.txt");
    private final int segmentsMax;

    public X12Writer(int segmentsMax) {
        this.segmentsMax = segmentsMax;
    }

    @Override
    public String contentType() {
        return "application/edi-x12; charset=utf-8";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        var separators = Separators.of(documents.getFirst());
        var out = new InterchangeText(separators);
        for (int i = 0; i < documents.size(); i++) {
            try {
                write(documents.get(i).tree(), separators, out);
            } catch (Unwritable e) {
                throw e.of(i);
            }
            out.require(sizeMax);
        }
        var bytes = out.ended().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
        return bytes;
    }

    private void write(Map<?, ?> tree, Separators separators, InterchangeText out) {
        if (tree.get("TA1") instanceof Map<?, ?> ta1) {
            out.interchange(header(tree, "ISA"));
            out.acknowledgement(Draft.envelope("TA1", ta1, 0));
            return;
        }
        var gs = Draft.envelope("GS", header(tree, "GS"), 0);
        var lengths = gs.required("08").startsWith("004010") ? OF_004010 : Lengths.NONE;
        lengths.check(gs);
        out.envelope(header(tree, "ISA"), gs.told());
        var st = Draft.envelope("ST", header(tree, "ST"), 1);
        String type = st.required("01");
        String number = st.required("02");
        var grammar =
                GRAMMARS.of(type)
                        .orElseThrow(
                                () ->
                                        st.unwritable(
                                                "01",
                                                "Sets written are "
                                                        + String.join(", ", GRAMMARS.names())
                                                        + "."));
        var syntax = new X12Syntax(separators, out.repetition());
        out.set(
                new SetWriter(syntax, ENVELOPES, lengths, "CTT", segmentsMax)
                        .write(tree, grammar, st, count -> se(count, number)));
    }

    private static Draft se(int count, String number) {
        return Draft.envelope("SE", Map.of("01", count, "02", number), count);
    }

    private static Map<?, ?> header(Map<?, ?> tree, String id) {
        if (tree.get(id) instanceof Map<?, ?> header) {
            return header;
        }
        throw Unwritable.inTree(List.of(id), "There is no " + id + ", and there must be one.");
    }
}
