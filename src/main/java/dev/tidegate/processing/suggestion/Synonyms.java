package dev.tidegate.processing.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What partners call things: {@code mappings/synonyms.txt}, read once. */
final class Synonyms {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final double EXACT = 0.95;
    private static final double ONE_OF_SEVERAL_WORDS = 0.5;
    private static final double WORDS_TOLD = 0.3;
    private static final double LAST_PART = 0.6;
    private static final int LAST_PART_LENGTH_MIN = 5;
    private static final Map<String, List<Synonym>> BY_CONCEPT = read();

    private Synonyms() {}

    /** One name of a concept. */
    private record Synonym(Language language, String told, List<String> words, String joined) {}

    /**
     * That a name means a concept.
     *
     * @param score from 0 to 1
     * @param reason a sentence
     * @param language whose word it is
     */
    record Likeness(double score, String reason, Language language) {
        Likeness less(double by) {
            return new Likeness(score - by, reason, language);
        }
    }

    /** How well a name tells a concept; empty where it doesn't. */
    static Optional<Likeness> likeness(String concept, String name) {
        var words = words(name);
        String joined = String.join("", words);
        return BY_CONCEPT.getOrDefault(concept, List.of()).stream()
                .map(synonym -> likeness(synonym, name, words, joined))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Likeness::score));
    }

    private static Optional<Likeness> likeness(
            Synonym synonym, String name, List<String> words, String joined) {
        String whose =
                synonym.language() == Language.SAP
                        ? "SAP's field " + synonym.told()
                        : synonym.language().told + " \"" + synonym.told() + "\"";
        if (synonym.joined().equals(joined)) {
            return Optional.of(
                    new Likeness(EXACT, "Its name is " + whose + ".", synonym.language()));
        }
        if (words.containsAll(synonym.words())) {
            double told = (double) synonym.words().size() / words.size();
            return Optional.of(
                    new Likeness(
                            ONE_OF_SEVERAL_WORDS + WORDS_TOLD * told,
                            "\"" + name + "\" has the words of " + whose + ".",
                            synonym.language()));
        }
        return synonym.joined().length() >= LAST_PART_LENGTH_MIN
                        && joined.endsWith(synonym.joined())
                ? Optional.of(
                        new Likeness(
                                LAST_PART,
                                "\"" + name + "\" ends in " + whose + ".",
                                synonym.language()))
                : Optional.empty();
    }

    private static List<String> words(String name) {
        String parted = CAMEL.matcher(name.replace("\u00df", "ss")).replaceAll(" ");
        String plain = Normalizer.normalize(parted.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return List.of(
                OTHER.matcher(ACCENTS.matcher(plain).replaceAll(""))
                        .replaceAll(" ")
                        .strip()
                        .split(" "));
    }

    private static Map<String, List<Synonym>> read() {
        try (var in = Synonyms.class.getResourceAsStream("/mappings/synonyms.txt")) {
            if (in == null) {
                throw new IllegalStateException("no mappings/synonyms.txt on the class path");
            }
            var byConcept = new HashMap<String, List<Synonym>>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(byConcept, line));
            return byConcept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, List<Synonym>> byConcept, String line) {
        int colon = line.indexOf(':');
        var about = line.substring(0, colon).strip().split(" ");
        var language = Language.valueOf(about[1].toUpperCase(Locale.ROOT));
        var known = byConcept.computeIfAbsent(about[0], _ -> new ArrayList<>());
        for (String told : line.substring(colon + 1).strip().split("\\s*,\\s*")) {
            var words = words(told);
            known.add(new Synonym(language, told, words, String.join("", words)));
        }
    }
}
