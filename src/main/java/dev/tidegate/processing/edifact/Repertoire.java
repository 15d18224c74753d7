package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Unwritable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The characters that an interchange may have (ISO 9735, UNB01-1).
 *
 * @param name such as {@code UNOC}
 * @param charset of its bytes
 * @param data what a text may be; anything of the charset where it isn't one of the levels A and B
 */
record Repertoire(String name, Charset charset, Pattern data) {
    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]*");
    private static final Pattern LEVEL_A = Pattern.compile("[A-Z0-9 .,\\-()/='+:?!\"%&*;<>]*");
    private static final Pattern LEVEL_B = Pattern.compile("[A-Za-z0-9 .,\\-()/='+:?!\"%&*;<>]*");

    /**
     * @throws Unwritable where there is no such one
     */
    static Repertoire named(String name) {
        return switch (name) {
            case "UNOA" -> new Repertoire(name, StandardCharsets.US_ASCII, LEVEL_A);
            case "UNOB" -> new Repertoire(name, StandardCharsets.US_ASCII, LEVEL_B);
            case "UNOY" -> new Repertoire(name, StandardCharsets.UTF_8, ANY);
            default ->
                    Encoding.repertoire(name)
                            .map(charset -> new Repertoire(name, charset, ANY))
                            .orElseThrow(() -> unknown(name));
        };
    }

    boolean has(String text) {
        return data.matcher(text).matches() && charset.newEncoder().canEncode(text);
    }

    private static Unwritable unknown(String name) {
        return Unwritable.inTree(
                List.of("UNB", "01"),
                "The repertoire \"" + name + "\" is not known: UNOA to UNOK, and UNOY for UTF-8.");
    }
}
