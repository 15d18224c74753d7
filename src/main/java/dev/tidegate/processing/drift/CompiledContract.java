package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.agreement.Field;
import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.agreement.Kind;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.processing.document.Reading.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A contract made ready to hold documents against it: each document is walked once, beside what the
 * contract says of its places. The same document and version give the same departures. A source
 * without a contract costs nothing.
 *
 * @param version of the contract; 0 for none
 */
public record CompiledContract(int version, List<Variant> variants) {
    private static final CompiledContract NONE = new CompiledContract(0, List.of());

    /**
     * One kind of document.
     *
     * @param depth of its deepest place
     */
    record Variant(String name, Optional<Condition> when, Node top, int depth) {}

    /** How the kind is told: the text at a place. */
    record Condition(List<String> steps, String is) {
        boolean holds(Document document) {
            return Beside.text(document.tree(), steps).filter(is::equals).isPresent();
        }
    }

    public static CompiledContract of(Optional<Agreement> agreement) {
        return agreement
                .map(
                        one ->
                                new CompiledContract(
                                        one.version(),
                                        one.documents().stream()
                                                .map(CompiledContract::variant)
                                                .toList()))
                .orElse(NONE);
    }

    private static Variant variant(DocumentType document) {
        var top = Node.top();
        var told = toldByOthers(document);
        int depth = 0;
        for (Field field : document.fields()) {
            var path = FieldPath.parse(field.path());
            if (path.isPresent()) {
                agree(top, field, path.get(), told);
                depth = Math.max(depth, path.get().steps().size());
            }
        }
        var when =
                document.when()
                        .flatMap(
                                one ->
                                        FieldPath.parse(one.path())
                                                .map(
                                                        path ->
                                                                new Condition(
                                                                        path.steps(), one.is())));
        return new Variant(document.name(), when, top, depth);
    }

    /** Fields that others are held against: one departure is told once, where it matters. */
    private static Set<String> toldByOthers(DocumentType document) {
        var told = new HashSet<String>();
        for (Field field : document.fields()) {
            field.unitAt().ifPresent(told::add);
            if (field.codes().stream().anyMatch(code -> !code.says().isEmpty())) {
                field.companion().ifPresent(told::add);
            }
        }
        return told;
    }

    private static void agree(Node top, Field field, FieldPath path, Set<String> toldByOthers) {
        var above = new FieldPath(path.steps().subList(0, path.steps().size() - 1));
        top.place(path)
                .agree(Rule.of(field, path, toldByOthers.contains(field.path())), top.place(above));
    }

    /** In which places a document departs, each told once; at most a few. */
    public List<Departure> hold(Document document) {
        if (variants.isEmpty()) {
            return List.of();
        }
        for (Variant variant : variants) {
            if (variant.when().isEmpty() || variant.when().get().holds(document)) {
                return new Walk(variant).of(document.tree());
            }
        }
        return List.of(undeclared(document));
    }

    private Departure undeclared(Document document) {
        var steps = variants.getFirst().when().map(Condition::steps).orElse(List.of());
        var observed = Beside.text(document.tree(), steps).orElse("none");
        var known = variants.stream().map(Variant::name).toList();
        return new Departure(
                observed.length() <= 64 ? observed : observed.substring(0, 64),
                new FieldPath(steps).toString(),
                Kind.UNDECLARED_DOCUMENT,
                true,
                "one of " + Observed.listed(known),
                observed.length() <= 64 ? observed : observed.substring(0, 64),
                List.copyOf(steps));
    }
}
