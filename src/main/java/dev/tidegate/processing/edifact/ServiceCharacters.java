package dev.tidegate.processing.edifact;

import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.util.HashSet;
import java.util.List;

/**
 * The service characters of what is written, and how it is laid out.
 *
 * @param decimal the mark in numbers that come from numbers; texts stay as told
 * @param announced whether a UNA tells them; without it they must be the usual ones
 * @param lines whether a line feed follows each terminator
 */
record ServiceCharacters(
        char component,
        char element,
        char decimal,
        char release,
        char terminator,
        boolean announced,
        boolean lines) {
    /** {@code : + . ? '}, told in a UNA, a line for each segment. */
    static final ServiceCharacters USUAL =
            new ServiceCharacters(':', '+', '.', '?', '\'', true, true);

    /**
     * Those that the document's variables tell, else the usual ones.
     *
     * @throws Unwritable where they can't part anything
     */
    static ServiceCharacters of(Outgoing document) {
        var told =
                new ServiceCharacters(
                        told(document, "component", USUAL.component),
                        told(document, "element", USUAL.element),
                        told(document, "decimal", USUAL.decimal),
                        told(document, "release", USUAL.release),
                        told(document, "terminator", USUAL.terminator),
                        document.text("una", "true").equals("true"),
                        document.text("lines", "true").equals("true"));
        if (!told.isUsable()) {
            throw Unwritable.variable(
                    "",
                    "The service characters must be four different ones, none a letter or digit, and"
                            + " the decimal mark a point or a comma; without a UNA the usual ones.");
        }
        return told;
    }

    private static char told(Outgoing document, String name, char usual) {
        String told = document.text(name, "");
        if (told.length() > 1) {
            throw Unwritable.variable(name, "A service character is one character.");
        }
        return told.isEmpty() ? usual : told.charAt(0);
    }

    private boolean isUsable() {
        var all = new HashSet<>(List.of(component, element, release, terminator));
        return all.size() == 4
                && all.stream().noneMatch(c -> Character.isLetterOrDigit(c) || c <= ' ')
                && (decimal == '.' || decimal == ',')
                && (announced || una().equals(USUAL.una()));
    }

    Delimiters delimiters() {
        return new Delimiters(component, element, decimal, release, ' ', terminator);
    }

    /** {@code UNA:+.? '}. */
    String una() {
        return "UNA" + component + element + decimal + release + ' ' + terminator;
    }
}
