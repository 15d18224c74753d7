package dev.tidegate.processing.x12;

import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The characters that part what is written.
 *
 * @param element between elements
 * @param component between components, ISA16
 * @param repetition between repeated elements, ISA11 from version 00402 on
 * @param terminator behind a segment
 * @param lines whether a line feed follows each terminator
 */
record Separators(char element, char component, char repetition, char terminator, boolean lines) {
    /** {@code * > ^ ~}, a line for each segment. */
    static final Separators USUAL = new Separators('*', '>', '^', '~', true);

    /**
     * Those that the document's variables tell, else the usual ones.
     *
     * @throws Unwritable where they can't part anything
     */
    static Separators of(Outgoing document) {
        var told =
                new Separators(
                        told(document, "element", USUAL.element),
                        told(document, "component", USUAL.component),
                        told(document, "repetition", USUAL.repetition),
                        told(document, "terminator", USUAL.terminator),
                        document.text("lines", "true").equals("true"));
        var all = new HashSet<>(List.of(told.element, told.component, told.repetition));
        all.add(told.terminator);
        if (all.size() < 4 || all.stream().anyMatch(Separators::isData)) {
            throw Unwritable.variable(
                    "",
                    "The separators must be four different characters, none a letter or digit.");
        }
        return told;
    }

    /** A partner's own, and others for those that it tells none of or that part nothing. */
    static Separators like(Delimiters told) {
        var taken = new HashSet<>(List.of(told.element(), told.terminator()));
        char component = free(told.component() + ">:<|", taken);
        char repetition = free(told.repetition() + "^!}{", taken);
        return new Separators(told.element(), component, repetition, told.terminator(), true);
    }

    private static char free(String candidates, Set<Character> taken) {
        for (char c : candidates.toCharArray()) {
            if (!isData(c) && taken.add(c)) {
                return c;
            }
        }
        throw new IllegalStateException("more candidates than characters that can be taken");
    }

    /** As a document's variables tell them. */
    Map<String, Object> variables() {
        return Map.of(
                "element", String.valueOf(element),
                "component", String.valueOf(component),
                "repetition", String.valueOf(repetition),
                "terminator", String.valueOf(terminator));
    }

    private static char told(Outgoing document, String name, char usual) {
        String told = document.text(name, "");
        if (told.length() > 1) {
            throw Unwritable.variable(name, "A separator is one character.");
        }
        return told.isEmpty() ? usual : told.charAt(0);
    }

    private static boolean isData(char c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '\r';
    }

    /** Those that no data may hold. */
    Set<Character> reserved(String repetition) {
        var reserved = new HashSet<>(List.of(element, component, terminator));
        repetition.chars().forEach(c -> reserved.add((char) c));
        return reserved;
    }
}
