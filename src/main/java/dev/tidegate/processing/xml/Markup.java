package dev.tidegate.processing.xml;

import dev.tidegate.processing.document.Unwritable;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tags and texts of XML 1.0, in UTF-8, two blanks a level; blanks between tags say nothing. */
public final class Markup {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final int sizeMax;
    private int depth;

    /**
     * @param sizeMax bytes
     */
    public Markup(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    /** Whether a text can be an element's or attribute's name, without a prefix. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The first character of a text that XML 1.0 can't hold, not even escaped; -1 where none. */
    public static int firstForbidden(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            boolean allowed =
                    c == '\t'
                            || c == '\n'
                            || c == '\r'
                            || c >= 0x20 && c <= 0xD7FF
                            || c >= 0xE000 && c <= 0xFFFD
                            || c >= 0x10000;
            if (!allowed) {
                return at;
            }
        }
        return -1;
    }

    /** An open tag without its end, so that attributes may follow. */
    public void begin(String name) {
        text.append("  ".repeat(depth)).append('<').append(name);
        depth++;
    }

    public void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value, true);
        text.append('"');
    }

    /** Ends the open tag of an element that has others within. */
    public void children() {
        text.append(">\n");
    }

    /** Ends the open tag of an element that has a text, and the element. */
    public void text(String name, String value) {
        depth--;
        if (value.isEmpty()) {
            text.append("/>\n");
        } else {
            text.append('>');
            escape(value, false);
            text.append("</").append(name).append(">\n");
        }
        refuseBeyond(text.length());
    }

    /** A text beside other elements. */
    public void mixed(String value) {
        escape(value, false);
        text.append('\n');
    }

    public void end(String name) {
        depth--;
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    public byte[] bytes() {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        refuseBeyond(bytes.length);
        return bytes;
    }

    private void refuseBeyond(int size) {
        if (size > sizeMax) {
            throw Unwritable.tooLarge(sizeMax);
        }
    }

    /** A line break in an attribute, or a carriage return, would be read as something else. */
    private void escape(String value, boolean inAttribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> text.append("&#13;");
                case '\n' -> text.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> text.append(inAttribute ? "&#9;" : "\t");
                default -> text.append(c);
            }
        }
    }
}
