package dev.tidegate.governance.registry.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether every value that a writer's schema takes is taken by a reader's: what can't be shown is
 * answered no. Schemas may refer to themselves: what is being shown already is held to be so until
 * something speaks against it.
 */
final class Containment {
    private static final int LEVELS_MAX = 200;

    private final int comparisonsMax;
    private final BoundedMatch patterns = new BoundedMatch();
    private final Map<Pair, List<Incompatibility>> known = new HashMap<>();
    private final List<Pair> shown = new ArrayList<>();
    private int comparisons;
    private int level;

    private record Pair(SchemaNode writer, SchemaNode reader) {}

    private static final class TooInvolved extends RuntimeException {
        TooInvolved() {
            super("too involved", null, false, false);
        }
    }

    Containment(int comparisonsMax) {
        this.comparisonsMax = comparisonsMax;
    }

    List<Incompatibility> misfits(SchemaNode writer, SchemaNode reader) {
        try {
            return misfits(writer, reader, "");
        } catch (TooInvolved | BoundedMatch.TooLong e) {
            return one("TOO_INVOLVED", "", "the schemas are too involved to be compared in bounds");
        }
    }

    List<Incompatibility> misfits(SchemaNode writer, SchemaNode reader, String place) {
        var pair = new Pair(writer, reader);
        var before = known.get(pair);
        if (before != null) {
            return before;
        }
        if (++comparisons > comparisonsMax || level >= LEVELS_MAX) {
            throw new TooInvolved();
        }
        int mark = shown.size();
        known.put(pair, List.of());
        shown.add(pair);
        level++;
        var misfits = misfits(Shape.of(writer), Shape.of(reader), place);
        level--;
        if (!misfits.isEmpty()) {
            forget(mark);
            known.put(pair, misfits);
        }
        return misfits;
    }

    /** What was shown since may rest on what has turned out not to be so. */
    private void forget(int mark) {
        var since = shown.subList(mark, shown.size());
        since.forEach(known::remove);
        since.clear();
    }

    /** Whether a pattern is found in a text. */
    boolean finds(String pattern, String text) {
        return patterns.finds(pattern, text);
    }

    boolean fits(SchemaNode writer, SchemaNode reader) {
        return misfits(writer, reader, "").isEmpty();
    }

    private List<Incompatibility> misfits(Shape writer, Shape reader, String place) {
        if (writer.never()) {
            return List.of();
        }
        if (reader.never()) {
            return one("SCHEMA_TAKES_NOTHING", place, "nothing is taken here any more");
        }
        var types = Facets.types(writer, reader, place);
        if (!types.isEmpty()) {
            return types;
        }
        var all = new ArrayList<Incompatibility>();
        for (var plain : reader.plains()) {
            for (var facet : Facets.ALL) {
                all.addAll(misfits(facet, writer, plain, place));
            }
        }
        reader.choices().forEach(branches -> all.addAll(chooses(writer, branches, place)));
        reader.negations().forEach(not -> all.addAll(avoids(writer, not, place)));
        reader.conditions().forEach(condition -> all.addAll(minds(writer, condition, place)));
        return all.stream().distinct().toList();
    }

    /** What a reader's keywords ask, one of the writer's parts must warrant, or each branch. */
    private List<Incompatibility> misfits(
            Facet facet, Shape writer, SchemaNode reader, String place) {
        if (!facet.asks(reader) || Collections.disjoint(facet.types(), writer.types())) {
            return List.of();
        }
        var misfits = facet.misfits(this, writer, reader.any(), reader, place);
        for (var plain : writer.plains()) {
            if (misfits.isEmpty()) {
                return misfits;
            }
            misfits = facet.misfits(this, writer, plain, reader, place);
        }
        return misfits.isEmpty() || anyChoice(facet, writer, reader, place) ? List.of() : misfits;
    }

    private boolean anyChoice(Facet facet, Shape writer, SchemaNode reader, String place) {
        return writer.choices().stream()
                .anyMatch(
                        branches ->
                                branches.stream()
                                        .map(Shape::of)
                                        .filter(branch -> !branch.never())
                                        .allMatch(
                                                branch ->
                                                        misfits(facet, branch, reader, place)
                                                                .isEmpty()));
    }

    /** The branches of {@code oneOf} are held to exclude each other. */
    private List<Incompatibility> chooses(Shape writer, List<SchemaNode> branches, String place) {
        if (fitsOne(writer, branches)
                || writer.choices().stream().anyMatch(each -> eachFitsOne(each, branches))
                || eachTypeFitsOne(writer, branches)) {
            return List.of();
        }
        return one(
                "SUM_TYPE_NARROWED",
                place,
                "no branch of anyOf or oneOf takes all that was written");
    }

    private boolean fitsOne(Shape writer, List<SchemaNode> branches) {
        return branches.stream()
                .anyMatch(branch -> misfits(writer, Shape.of(branch), "").isEmpty());
    }

    private boolean eachFitsOne(List<SchemaNode> writers, List<SchemaNode> branches) {
        return writers.stream()
                .allMatch(writer -> branches.stream().anyMatch(branch -> fits(writer, branch)));
    }

    private boolean eachTypeFitsOne(Shape writer, List<SchemaNode> branches) {
        return writer.types().size() > 1
                && writer.types().stream()
                        .allMatch(type -> fitsOne(writer.withOnly(type), branches));
    }

    private List<Incompatibility> avoids(Shape writer, SchemaNode not, String place) {
        boolean apart = Collections.disjoint(Shape.of(not).types(), writer.types());
        return apart || writer.negations().stream().anyMatch(other -> fits(not, other))
                ? List.of()
                : one("NOT_TYPE_EXTENDED", place, "\"not\" shuts out more than it did");
    }

    private List<Incompatibility> minds(Shape writer, SchemaNode condition, String place) {
        return writer.conditions().stream().anyMatch(other -> sameCondition(other, condition))
                ? List.of()
                : one("CONDITION_CHANGED", place, "\"if\" was added or changed");
    }

    private boolean sameCondition(SchemaNode writer, SchemaNode reader) {
        return fits(writer.of(writer.get("if")), reader.of(reader.get("if")))
                && fits(reader.of(reader.get("if")), writer.of(writer.get("if")))
                && fits(branch(writer, "then"), branch(reader, "then"))
                && fits(branch(writer, "else"), branch(reader, "else"));
    }

    private static SchemaNode branch(SchemaNode condition, String keyword) {
        return condition.schema(keyword).orElseGet(condition::any);
    }

    static List<Incompatibility> one(String rule, String place, String detail) {
        return List.of(new Incompatibility(rule, place.isEmpty() ? "/" : place, detail));
    }
}
