package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Unwritable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        return known(name).orElseThrow(() -> unknown(name));
    }

    private static Optional<Repertoire> known(String name) {
        return switch (name) {
            case "UNOA" -> Optional.of(new Repertoire(name, StandardCharsets.US_ASCII, LEVEL_A));
            case "UNOB" -> Optional.of(new Repertoire(name, StandardCharsets.US_ASCII, LEVEL_B));
            case "UNOY" -> Optional.of(new Repertoire(name, StandardCharsets.UTF_8, ANY));
            default -> Encoding.repertoire(name).map(charset -> new Repertoire(name, charset, ANY));
        };
    }

    /** The one told where it has the text, else the narrowest that does. */
    static Repertoire fitting(String told, String text) {
        return Stream.of(told, "UNOA", "UNOB", "UNOC", "UNOY")
                .map(Repertoire::known)
                .flatMap(Optional::stream)
                .filter(repertoire -> repertoire.has(text))
                .findFirst()
                .orElseGet(() -> named("UNOY"));
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
