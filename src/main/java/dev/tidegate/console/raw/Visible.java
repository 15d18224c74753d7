package dev.tidegate.console.raw;

/** Control characters as their pictures (Unicode block 2400), so that none hides or acts. */
final class Visible {
    private Visible() {}

    static String of(String text) {
        var seen = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t') {
                seen.append((char) (0x2400 + c));
            } else if (c == 0x7f) {
                seen.append('\u2421');
            } else if (Character.getType(c) == Character.FORMAT) {
                seen.append('\u25cc'); // direction marks and joiners, a byte-order mark
            } else {
                seen.append(c);
            }
        }
        return seen.toString();
    }
}
