package dev.tidegate.processing.suggestion;

import dev.tidegate.processing.suggestion.Fit.Fits;
import dev.tidegate.processing.suggestion.Fit.Unfit;
import dev.tidegate.processing.suggestion.Synonyms.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a sample is which field of a type: the likeliest pair first, each once. */
final class Matching {
    private static final double BY_SHAPE = 0.6;
    private static final double LATER_CONCEPT = 0.05;
    private static final double LAST_STEP = 0.05;
    private static final int SHAPE_VALUES_MIN = 2;

    private final Sample sample;
    private final Fitting fitting;
    private final Map<Target, Found> found = new LinkedHashMap<>();
    private final Map<Target, String> unfit = new LinkedHashMap<>();
    private final Set<Column> used = new HashSet<>();

    private Matching(Sample sample, Fitting fitting) {
        this.sample = sample;
        this.fitting = fitting;
    }

    private record Pair(Target target, Column column, Likeness likeness) {}

    /**
     * What was found.
     *
     * @param unfit why the column that is named like a field isn't it
     */
    record Matched(Map<Target, Found> found, Map<Target, String> unfit, Set<Column> used) {}

    /**
     * @param told what needs no guess
     */
    static Matched of(Sample sample, Fitting fitting, List<Target> targets, List<Found> told) {
        var matching = new Matching(sample, fitting);
        told.forEach(matching::take);
        matching.pairs(targets).forEach(matching::consider);
        targets.forEach(matching::byShape);
        return new Matched(matching.found, matching.unfit, matching.used);
    }

    private void take(Found one) {
        found.put(one.target(), one);
        used.add(one.column());
    }

    private List<Pair> pairs(List<Target> targets) {
        var pairs = new ArrayList<Pair>();
        for (Target target : targets) {
            for (Column column : columns(target)) {
                likeness(target, column)
                        .ifPresent(likeness -> pairs.add(new Pair(target, column, likeness)));
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness().score()));
        return pairs;
    }

    private List<Column> columns(Target target) {
        return target.isOfLine() ? sample.lines() : sample.head();
    }

    private static Optional<Likeness> likeness(Target target, Column column) {
        for (int i = 0; i < target.concepts().size(); i++) {
            double less = LATER_CONCEPT * i;
            var likeness = likeness(target.concepts().get(i), column.name());
            if (likeness.isPresent()) {
                return likeness.map(one -> one.less(less));
            }
        }
        return Optional.empty();
    }

    /** By its whole name, or by its last step: {@code head.order.number}. */
    private static Optional<Likeness> likeness(String concept, String name) {
        var whole = Synonyms.likeness(concept, name);
        int dot = name.lastIndexOf('.');
        if (whole.isPresent() || dot < 0) {
            return whole;
        }
        return Synonyms.likeness(concept, name.substring(dot + 1)).map(one -> one.less(LAST_STEP));
    }

    private void consider(Pair pair) {
        if (found.containsKey(pair.target()) || used.contains(pair.column())) {
            return;
        }
        switch (fitting.fit(pair.target(), pair.column())) {
            case Fits fits ->
                    take(
                            new Found(
                                    pair.target(),
                                    pair.column(),
                                    fits.expression(),
                                    pair.likeness().score() * fits.weight(),
                                    (pair.likeness().reason() + " " + fits.reason()).strip()));
            case Unfit(var reason) ->
                    unfit.putIfAbsent(pair.target(), pair.likeness().reason() + " " + reason);
        }
    }

    /** A GTIN shows without a name. */
    private void byShape(Target target) {
        if (target.kind() != Kind.GTIN || found.containsKey(target)) {
            return;
        }
        for (Column column : columns(target)) {
            if (!used.contains(column)
                    && column.values().size() >= SHAPE_VALUES_MIN
                    && fitting.fit(target, column) instanceof Fits(var path, var why, var weight)
                    && weight == 1) {
                take(new Found(target, column, path, BY_SHAPE, why));
                return;
            }
        }
    }
}
