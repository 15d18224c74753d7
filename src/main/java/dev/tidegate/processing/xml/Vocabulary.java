package dev.tidegate.processing.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code xml/vocabularies.txt}, which says what its lines mean. */
record Vocabulary(
        Map<String, String> prefixes,
        List<Rule> rules,
        Map<String, String> outers,
        Set<String> foreign) {
    private static final String FILE = "/xml/vocabularies.txt";
    static final Vocabulary TABLE = read();

    /**
     * @param texts where elements with a text alone are
     * @param others where the others are
     */
    record Rule(String namespace, String texts, String others) {
        static final String OWN = "own";
        static final String NONE = "none";

        private boolean fits(String told) {
            return namespace.endsWith("*")
                    ? told.startsWith(namespace.substring(0, namespace.length() - 1))
                    : namespace.equals(told);
        }

        /** Whether a document's own element needs a prefix, since elements below have none. */
        boolean isUnqualified() {
            return texts.equals(NONE) || others.equals(NONE);
        }

        /** Before an element's name. */
        String prefix(boolean isText) {
            String where = isText ? texts : others;
            return where.equals(OWN) || where.equals(NONE) ? "" : where + ":";
        }
    }

    Rule rule(String namespace) {
        return rules.stream().filter(rule -> rule.fits(namespace)).findFirst().orElseThrow();
    }

    /** The prefixes that a rule needs, with their namespaces. */
    Map<String, String> prefixes(Rule rule) {
        var needed = new LinkedHashMap<String, String>();
        for (String where : List.of(rule.others(), rule.texts())) {
            var namespace = prefixes.get(where);
            if (namespace != null) {
                needed.put(where, namespace);
            }
        }
        return needed;
    }

    private static Vocabulary read() {
        try (var in = Vocabulary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vocabulary parse(String table) {
        var prefixes = new LinkedHashMap<String, String>();
        var outers = new LinkedHashMap<String, String>();
        var foreign = new LinkedHashSet<String>();
        var rules = new ArrayList<Rule>();
        table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .forEach(
                        row -> {
                            switch (row[0]) {
                                case "prefix" -> prefixes.put(row[1], row[2]);
                                case "vocabulary" -> rules.add(new Rule(row[1], row[2], row[3]));
                                case "outer" -> outers.put(row[1], row[2]);
                                case "foreign" -> foreign.add(row[1]);
                                default -> throw new IllegalStateException(FILE + ": " + row[0]);
                            }
                        });
        return new Vocabulary(prefixes, List.copyOf(rules), outers, foreign);
    }
}
