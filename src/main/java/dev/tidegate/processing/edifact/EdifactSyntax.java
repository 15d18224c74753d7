package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Printable;
import dev.tidegate.processing.edi.Draft;
import dev.tidegate.processing.edi.Segment;
import dev.tidegate.processing.edi.SetWriter;

/** Writes segments of EDIFACT: data that holds a service character has it released. */
record EdifactSyntax(ServiceCharacters characters, Repertoire repertoire)
        implements SetWriter.Syntax {
    private static final int SHOWN_MAX = 40;

    @Override
    public String write(Draft draft) {
        var text = new StringBuilder(draft.id());
        int position = 0;
        int component = 1;
        for (var element : draft.elements().entrySet()) {
            String name = element.getKey();
            if (Draft.position(name) > position) {
                text.repeat(characters.element(), Draft.position(name) - position);
                position = Draft.position(name);
                component = 1;
            }
            text.repeat(characters.component(), Draft.component(name) - component);
            component = Draft.component(name);
            append(text, draft, name, element.getValue());
        }
        return text.toString();
    }

    private void append(StringBuilder text, Draft draft, String name, String value) {
        String marked = draft.told().get(name) instanceof Number ? number(value) : value;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (isService(c)) {
                text.append(characters.release());
            }
            text.append(c);
        }
        if (!repertoire.has(marked)) {
            throw draft.unwritable(
                    name,
                    "%s has not every character of \"%s\": choose another repertoire, or other words."
                            .formatted(repertoire.name(), Printable.text(marked, SHOWN_MAX)));
        }
    }

    @Override
    public String number(String plain) {
        return plain.replace('.', characters.decimal());
    }

    private boolean isService(char c) {
        return c == characters.component()
                || c == characters.element()
                || c == characters.release()
                || c == characters.terminator();
    }

    @Override
    public Segment read(String text) {
        return EdifactSegment.of(text, characters.delimiters(), 0, text.length());
    }
}
