package dev.tidegate.processing.xml;

/**
 * What stands before the root element. The XML declaration and the DOCTYPE are blanked out, each
 * character by a blank, so that lines and columns stay: nothing of a DOCTYPE is ever read or
 * resolved, and one that declares an entity is refused.
 */
final class Prolog {
    private final String text;
    private final StringBuilder blanked;
    private int at;

    private Prolog(String text) {
        this.text = text;
        blanked = new StringBuilder(text);
    }

    /** The text, with blanks for what is left out. */
    static String blanked(String text) {
        var prolog = new Prolog(text);
        while (prolog.step()) {}
        return prolog.blanked.toString();
    }

    /** Goes over one construct; false at the root element, or where the parser shall complain. */
    private boolean step() {
        skipBlanks();
        int begin = at;
        if (text.startsWith("<!--", at)) {
            return goTo(end("-->", at + 4));
        }
        if (text.startsWith("<?", at)) {
            boolean declaration = text.startsWith("<?xml", at) && isBlank(at + 5);
            return goTo(end("?>", at)) && (!declaration || blank(begin));
        }
        return text.startsWith("<!DOCTYPE", at) && goTo(endOfDoctype()) && blank(begin);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(at)) {
            at++;
        }
        if (at > 0 && blanked.charAt(0) == '\uFEFF') {
            blanked.setCharAt(0, ' ');
        }
    }

    private boolean isBlank(int index) {
        return index < text.length()
                && (" \t\r\n".indexOf(text.charAt(index)) >= 0
                        || index == 0 && text.charAt(0) == '\uFEFF');
    }

    private boolean goTo(int end) {
        at = Math.max(at, end);
        return end >= 0;
    }

    private boolean blank(int begin) {
        for (int i = begin; i < at; i++) {
            char c = blanked.charAt(i);
            blanked.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
        }
        return true;
    }

    /** Offset behind the first {@code mark}, or -1. */
    private int end(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.length();
    }

    /** Offset behind the {@code >} that is in no literal, comment or internal subset, or -1. */
    private int endOfDoctype() {
        boolean subset = false;
        int i = at + "<!DOCTYPE".length();
        while (i >= 0 && i < text.length()) {
            char c = text.charAt(i);
            if (c == '>' && !subset) {
                return i + 1;
            }
            subset = subset ? c != ']' : c == '[';
            i = next(i);
        }
        return -1;
    }

    /** Offset of what follows the character, literal, comment or instruction at {@code i}. */
    private int next(int i) {
        refuseEntity(i);
        char c = text.charAt(i);
        if (c == '"' || c == '\'') {
            return end(String.valueOf(c), i + 1);
        }
        if (text.startsWith("<!--", i)) {
            return end("-->", i + 4);
        }
        return text.startsWith("<?", i) ? end("?>", i) : i + 1;
    }

    private void refuseEntity(int i) {
        if (text.startsWith("<!ENTITY", i)) {
            throw Refused.forbidden(
                    "entity_declaration",
                    place(text, i),
                    "The DOCTYPE declares an entity; entities are never expanded here.");
        }
    }

    /** {@code line 3 column 14}, from 1. */
    static String place(String text, int offset) {
        int line = 1;
        int begin = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            begin = i + 1;
        }
        return "line " + line + " column " + (offset - begin + 1);
    }
}
