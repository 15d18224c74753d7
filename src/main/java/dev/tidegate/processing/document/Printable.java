package dev.tidegate.processing.document;

/** Texts quoted from documents, which may hold anything, as texts that can be stored and shown. */
public final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text cut to {@code lengthMax} code points; controls and lone surrogates show as U+FFFD.
     */
    public static String text(String text, int lengthMax) {
        if (text.length() <= lengthMax && isClean(text)) {
            return text;
        }
        var clean = new StringBuilder(Math.min(text.length(), lengthMax));
        text.codePoints()
                .limit(lengthMax)
                .map(c -> isStorable(c) ? c : REPLACEMENT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Whether the text may be a key: 1 to {@code lengthMax} characters, none of them a control. */
    public static boolean isKey(String text, int lengthMax) {
        return !text.isEmpty()
                && text.length() <= lengthMax
                && text.codePoints().allMatch(c -> c >= ' ' && isStorable(c));
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStorable(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint >= ' '
                        && (codePoint < Character.MIN_SURROGATE
                                || codePoint > Character.MAX_SURROGATE);
    }
}
