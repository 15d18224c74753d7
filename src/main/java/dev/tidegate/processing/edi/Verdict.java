package dev.tidegate.processing.edi;

import dev.tidegate.processing.edi.Fate.Flawed;
import java.util.List;
import java.util.Set;

/**
 * What a syntactical answer says of a set or message. Only what breaks the standard's own rules is
 * said here; what the content means, and whether we can use it, is for another kind of answer (824,
 * APERAK).
 *
 * @param flaws that the answer tells, in order
 */
public record Verdict(Word word, List<Flawed> flaws) {
    public enum Word {
        ACCEPTED,
        /** Some of it is used, or all of it in spite of what is wrong. */
        WITH_ERRORS,
        REJECTED
    }

    /**
     * @param told codes that an answer has a word for
     */
    public static Verdict of(List<Fate> fates, Set<String> told) {
        var flaws =
                fates.stream()
                        .flatMap(Fate::flaws)
                        .filter(flaw -> told.contains(flaw.code()))
                        .distinct()
                        .toList();
        boolean refused =
                !fates.isEmpty()
                        && fates.stream()
                                .map(Fate::death)
                                .allMatch(death -> death.isPresent() && isTold(death.get(), told));
        return new Verdict(
                refused ? Word.REJECTED : flaws.isEmpty() ? Word.ACCEPTED : Word.WITH_ERRORS,
                flaws);
    }

    private static boolean isTold(Flawed flaw, Set<String> told) {
        return told.contains(flaw.code());
    }
}
