package dev.tidegate.platform.web;

/** Text without control characters and without what Unicode has not assigned. */
final class PlainText {
    private PlainText() {}

    /** The firewall's own rule for headers, without its regular expression: tokens are long. */
    static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c <= '~';
            if (!ascii && (Character.isISOControl(c) || !Character.isDefined(c))) {
                return false;
            }
        }
        return true;
    }
}
