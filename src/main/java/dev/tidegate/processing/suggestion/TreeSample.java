package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.json.JsonAdapter;
import dev.tidegate.processing.xml.XmlAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of JSON or XML, and which of them repeats as an order's lines do. */
final class TreeSample {
    private static final List<String> OF_LINES =
            List.of(
                    "item",
                    "gtin",
                    "quantity",
                    "stock_quantity",
                    "unit",
                    "unit_price",
                    "line",
                    "lot");
    private static final double SURELY = 0.6;
    private static final int OF_LINES_MIN = 2;

    private final NormaliserSettings limits;
    private final SuggestionSettings settings;
    private final Leaves leaves;
    private Adapter adapter = Adapter.JSON;
    private Map<String, String> parameters = Map.of();
    private @Nullable Failure failure;
    private int documents;

    TreeSample(NormaliserSettings limits, SuggestionSettings settings) {
        this.limits = limits;
        this.settings = settings;
        this.leaves = new Leaves(settings.columnsMax());
    }

    void read(Adapter its, String contentType, byte[] bytes, Map<String, String> told) {
        adapter = its;
        parameters = told;
        var source = Samples.source(its, told);
        var reader = its == Adapter.XML ? new XmlAdapter(limits) : new JsonAdapter(limits);
        reader.read(Samples.message(source, contentType, bytes), source, this::add);
        if (documents == 0 && failure != null) {
            throw SuggestionProblems.unreadable(failure).asException();
        }
    }

    private void add(Reading reading) {
        switch (reading) {
            case Reading.Unreadable(_, var why, _) -> failure = failure == null ? why : failure;
            case Reading.Document document -> {
                if (++documents <= settings.rowsMax()) {
                    leaves.add(document.tree());
                }
            }
        }
    }

    /**
     * @param lines whether the type has lines; without them each line is an event of its own
     */
    Sample of(boolean lines) {
        var line = line();
        var root = lines ? line.flatMap(leaves::listAround) : line.filter(leaves::isList);
        List<String> top = root.orElse(List.of());
        var below = lines && line.isPresent() ? line.get() : List.<String>of();
        return new Sample(
                adapter.name().toLowerCase(Locale.ROOT),
                parameters,
                path(top),
                columns(top, lines ? line : Optional.empty()),
                lines && line.isPresent() ? columns(below, Optional.empty()) : List.of(),
                below.isEmpty() ? "$" : path(below.subList(top.size(), below.size())),
                List.of(),
                documents,
                notes());
    }

    private List<String> notes() {
        return failure == null
                ? List.of()
                : List.of(
                        "Not everything can be read, first at %s: %s"
                                .formatted(failure.place(), failure.reason()));
    }

    /** What has an item and a quantity, and repeats where anything does. */
    private Optional<List<String>> line() {
        return leaves.containers().stream()
                .filter(container -> !container.isEmpty() && concepts(container) >= OF_LINES_MIN)
                .max(
                        Comparator.comparingInt(
                                (List<String> container) ->
                                        2 * concepts(container)
                                                + (leaves.isList(container) ? 3 : 0)
                                                - container.size()));
    }

    private int concepts(List<String> container) {
        Set<String> told = new LinkedHashSet<>();
        for (List<String> leaf : leaves.withoutLists(container)) {
            String name = Leaves.name(leaf.subList(container.size(), leaf.size()));
            for (String concept : OF_LINES) {
                if (Synonyms.likeness(concept, name)
                        .filter(likeness -> likeness.score() > SURELY)
                        .isPresent()) {
                    told.add(concept);
                }
            }
        }
        return told.size();
    }

    /** Members below {@code top}, and those above it that each of its documents shares. */
    private List<Column> columns(List<String> top, Optional<List<String>> without) {
        var columns = new ArrayList<Column>();
        for (List<String> leaf : leaves.below(top)) {
            if (without.isEmpty() || !leaves.isBelow(leaf, without.get())) {
                var steps = leaf.subList(top.size(), leaf.size());
                columns.add(leaves.column(leaf, Leaves.name(steps), expression(steps)));
            }
        }
        if (!top.isEmpty()) {
            for (List<String> leaf : leaves.outsideOfLists()) {
                String path = "$$." + expression(leaf);
                columns.add(leaves.column(leaf, Leaves.name(leaf), path));
            }
        }
        return columns;
    }

    private static String path(List<String> steps) {
        return String.join(".", steps.stream().map(Column::step).toList());
    }

    /** An element with attributes has its text beside them. */
    private static String expression(List<String> steps) {
        return steps.size() > 1 && steps.getLast().equals(Leaves.TEXT)
                ? path(steps.subList(0, steps.size() - 1)) + "." + Column.step(Leaves.TEXT)
                : path(steps);
    }
}
