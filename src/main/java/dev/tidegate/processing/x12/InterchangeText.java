package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edi.Draft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of interchanges as sets are added, with the counts of what stands in each. */
final class InterchangeText {
    private final Separators separators;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Envelope interchange;
    private @Nullable Envelope group;
    private String repetition = "";

    /** A header that is open. */
    private static final class Envelope {
        private final Map<?, ?> header;
        private final String number;
        private int contents;

        Envelope(Map<?, ?> header, String number) {
            this.header = header;
            this.number = number;
        }
    }

    InterchangeText(Separators separators) {
        this.separators = separators;
    }

    /** The repetition separator of the interchange that is open; empty where it has none. */
    String repetition() {
        return repetition;
    }

    /** Opens what isn't open yet. */
    void envelope(Map<?, ?> isa, Map<?, ?> gs) {
        interchange(isa);
        if (group == null || !group.header.equals(gs)) {
            closeGroup();
            openGroup(gs);
        }
    }

    /** The same without a group. */
    void interchange(Map<?, ?> isa) {
        if (interchange == null || !interchange.header.equals(isa)) {
            closeInterchange();
            openInterchange(isa);
        }
    }

    /** A TA1, which stands in an interchange outside of its groups. */
    void acknowledgement(Draft ta1) {
        closeGroup();
        segment(new X12Syntax(separators, repetition).write(ta1));
    }

    void set(List<String> segments) {
        segments.forEach(this::segment);
        if (group != null) {
            group.contents++;
        }
    }

    /**
     * @throws Unwritable when it is too large by now
     */
    void require(int sizeMax) {
        if (text.length() > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
    }

    String ended() {
        closeInterchange();
        return text.toString();
    }

    private void openInterchange(Map<?, ?> told) {
        var isa = Header.of(told, separators);
        repetition = isa.hasRepetition() ? String.valueOf(separators.repetition()) : "";
        segment(isa.text());
        interchange = new Envelope(told, isa.element(13));
    }

    private void openGroup(Map<?, ?> told) {
        var draft = Draft.envelope("GS", told, 0);
        String number = draft.required("06");
        segment(new X12Syntax(separators, repetition).write(draft));
        group = new Envelope(told, number);
        if (interchange != null) {
            interchange.contents++;
        }
    }

    private void closeGroup() {
        if (group != null) {
            segment(trailer("GE", group));
            group = null;
        }
    }

    private void closeInterchange() {
        closeGroup();
        if (interchange != null) {
            segment(trailer("IEA", interchange));
            interchange = null;
        }
    }

    private String trailer(String id, Envelope envelope) {
        char element = separators.element();
        return id + element + envelope.contents + element + envelope.number;
    }

    private void segment(String segment) {
        text.append(segment).append(separators.terminator());
        if (separators.lines() && separators.terminator() != '\n') {
            text.append('\n');
        }
    }
}
