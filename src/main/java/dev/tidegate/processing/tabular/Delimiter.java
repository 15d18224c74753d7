package dev.tidegate.processing.tabular;

/** Which character parts the fields: the one that the header row has most of, outside of quotes. */
final class Delimiter {
    private static final String CANDIDATES = ",;\t|";

    private Delimiter() {}

    static char sniff(CharSequence text) {
        var counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return CANDIDATES.charAt(most);
    }
}
