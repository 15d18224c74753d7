package dev.tidegate.operations.effect;

/** Text as PostgreSQL can hold it. */
final class Text {
    private Text() {}

    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
