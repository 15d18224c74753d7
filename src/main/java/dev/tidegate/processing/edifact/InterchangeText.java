package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.edi.Draft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of interchanges as messages are added, with the counts of what stands in each. All of
 * them are in the repertoire of the first.
 */
final class InterchangeText {
    private static final String USUAL_REPERTOIRE = "UNOC";
    private final ServiceCharacters characters;
    private final StringBuilder text = new StringBuilder();
    private Repertoire repertoire = Repertoire.named(USUAL_REPERTOIRE);
    private @Nullable Envelope interchange;
    private @Nullable Envelope group;

    /** A header that is open. */
    private static final class Envelope {
        private final Map<?, ?> header;
        private final String reference;
        private int messages;
        private int groups;

        Envelope(Map<?, ?> header, String reference) {
            this.header = header;
            this.reference = reference;
        }

        /** UNZ01 counts groups where there are any. */
        int contents() {
            return groups > 0 ? groups : messages;
        }
    }

    InterchangeText(ServiceCharacters characters) {
        this.characters = characters;
    }

    EdifactSyntax syntax() {
        return new EdifactSyntax(characters, repertoire);
    }

    /** Opens what isn't open yet. */
    void envelope(Map<?, ?> document) {
        var unb = EdifactWriter.header(document, "UNB");
        if (interchange == null || !interchange.header.equals(unb)) {
            closeInterchange();
            openInterchange(unb);
        }
        if (document.get("UNG") instanceof Map<?, ?> ung) {
            if (group == null || !group.header.equals(ung)) {
                closeGroup();
                openGroup(ung);
            }
        } else {
            closeGroup();
        }
    }

    void message(List<String> segments) {
        segments.forEach(this::segment);
        var envelope = group == null ? interchange : group;
        if (envelope != null) {
            envelope.messages++;
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

    byte[] ended() {
        closeInterchange();
        return text.toString().getBytes(repertoire.charset());
    }

    private void openInterchange(Map<?, ?> told) {
        var draft = Draft.envelope("UNB", told, 0);
        if (text.isEmpty()) {
            repertoire = Repertoire.named(draft.required("01"));
        }
        for (String element : List.of("02", "03", "04", "04-2")) {
            draft.required(element);
        }
        if (characters.announced()) {
            text.append(characters.una()).append(characters.lines() ? "\n" : "");
        }
        segment(syntax().write(draft));
        interchange = new Envelope(told, draft.required("05"));
    }

    private void openGroup(Map<?, ?> told) {
        var draft = Draft.envelope("UNG", told, 0);
        segment(syntax().write(draft));
        group = new Envelope(told, draft.required("05"));
        if (interchange != null) {
            interchange.groups++;
        }
    }

    private void closeGroup() {
        if (group != null) {
            segment(trailer("UNE", group));
            group = null;
        }
    }

    private void closeInterchange() {
        closeGroup();
        if (interchange != null) {
            segment(trailer("UNZ", interchange));
            interchange = null;
        }
    }

    private String trailer(String id, Envelope envelope) {
        var told = Map.of("01", envelope.contents(), "02", envelope.reference);
        return syntax().write(Draft.envelope(id, told, 0));
    }

    private void segment(String segment) {
        text.append(segment).append(characters.terminator());
        if (characters.lines()) {
            text.append('\n');
        }
    }
}
