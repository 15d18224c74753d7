package dev.tidegate.platform.sql;

/** Text as PostgreSQL can hold it. */
public final class Text {
    private Text() {}

    public static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
