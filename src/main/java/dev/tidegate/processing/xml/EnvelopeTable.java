package dev.tidegate.processing.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code xml/envelopes.txt}, which says what its lines mean. */
record EnvelopeTable(List<Envelope> envelopes, List<Number> numbers) {
    private static final String FILE = "/xml/envelopes.txt";
    static final EnvelopeTable TABLE = read();

    /**
     * @param documents path to them; {@code *} at its end is every child but {@code has}
     */
    record Envelope(String element, String has, List<String> documents) {
        boolean fits(String name, Map<?, ?> tree) {
            return matches(element, name) && tree.containsKey(has);
        }

        List<String> pathToHolder() {
            return documents.subList(0, documents.size() - 1);
        }

        /** Whether a child of the holder is a document. */
        boolean holds(String child) {
            String wanted = documents.getLast();
            return wanted.equals("*")
                    ? !child.equals(has) && !child.startsWith("@") && !child.startsWith("#")
                    : wanted.equals(child);
        }
    }

    record Number(String element, String label, List<String> path) {}

    Optional<Envelope> envelope(String name, Map<?, ?> tree) {
        return envelopes.stream().filter(envelope -> envelope.fits(name, tree)).findFirst();
    }

    /** {@code label:number}, where the element has a number. */
    Optional<String> number(String name, Object element) {
        return numbers.stream()
                .filter(number -> matches(number.element(), name))
                .findFirst()
                .flatMap(
                        number ->
                                text(element, number.path())
                                        .map(text -> number.label() + ":" + text));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : pattern.equals(name);
    }

    private static Optional<String> text(Object element, List<String> path) {
        Object node = element;
        for (String step : path) {
            node = node instanceof Map<?, ?> map ? map.get(step) : null;
            if (node == null) {
                return Optional.empty();
            }
        }
        var text = node instanceof Map<?, ?> map ? map.get(OpenElement.TEXT) : node;
        return text instanceof String told && !told.isEmpty()
                ? Optional.of(told)
                : Optional.empty();
    }

    private static EnvelopeTable read() {
        try (var in = EnvelopeTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnvelopeTable parse(String table) {
        var rows =
                table.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\\s+"))
                        .toList();
        return new EnvelopeTable(
                rows.stream()
                        .filter(row -> row[0].equals("envelope"))
                        .map(row -> new Envelope(row[1], row[2], List.of(row[3].split("/"))))
                        .toList(),
                rows.stream()
                        .filter(row -> row[0].equals("number"))
                        .map(row -> new Number(row[1], row[2], List.of(row[3].split("/"))))
                        .toList());
    }
}
