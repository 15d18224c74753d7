package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Unwritable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The tree of one set or message to its segments: the inverse of {@link DocumentReader}. What was
 * written is read again by the same grammar, and refused where that isn't what was told.
 *
 * @param envelopes names in a tree that are no segments of the set: {@code ISA}, {@code SE}
 * @param lengths what the version asks of elements
 * @param total the segment whose count of lines is computed: {@code CTT}, {@code CNT}
 */
public record SetWriter(
        Syntax syntax, Set<String> envelopes, Lengths lengths, String total, int segmentsMax) {
    /** How a segment is written and read, without its terminator. */
    public interface Syntax {
        /**
         * @throws Unwritable where an element can't be told
         */
        String write(Draft draft);

        Segment read(String text);

        /** A number as elements tell it; X12 knows a point alone. */
        default String number(String plain) {
            return plain;
        }
    }

    /**
     * The texts of the segments from ST to SE, or UNH to UNT.
     *
     * @param header ST or UNH
     * @param trailer SE or UNT, by the number of segments with both
     * @throws Unwritable where the tree can't be written
     */
    public List<String> write(
            Map<?, ?> tree, Grammar grammar, Draft header, IntFunction<Draft> trailer) {
        var drafts = Unfolding.of(tree, grammar, envelopes, segmentsMax);
        var texts = new ArrayList<String>();
        texts.add(written(header));
        long lines = lines(drafts, grammar);
        drafts.forEach(draft -> texts.add(written(counted(draft, lines))));
        texts.add(syntax.write(trailer.apply(texts.size() + 1)));
        check(tree, grammar, texts);
        return texts;
    }

    private String written(Draft draft) {
        lengths.check(draft);
        return syntax.write(draft);
    }

    /** Lines are what the grammar says; of an X12 856 its HLs, of other messages their LINs. */
    private static long lines(List<Draft> drafts, Grammar grammar) {
        String named = grammar.lines();
        boolean levels = named.isEmpty() && grammar.top().loops().containsKey("HL");
        String line = !named.isEmpty() ? named : levels ? "HL" : "LIN";
        return drafts.stream().filter(draft -> draft.id().equals(line)).count();
    }

    private Draft counted(Draft draft, long lines) {
        return draft.id().equals(total) ? Totals.counted(draft, lines) : draft;
    }

    private boolean isAside(String name) {
        return envelopes.contains(name) || name.equals(total);
    }

    private void check(Map<?, ?> tree, Grammar grammar, List<String> texts) {
        var read = texts.stream().map(syntax::read).toList();
        Mandatory.missing(read, grammar)
                .ifPresent(
                        failure -> {
                            throw Unwritable.variable(
                                    "tree", failure.place() + ": " + failure.reason());
                        });
        new Difference(this::isAside, syntax::number)
                .between(tree, Layout.of(read, grammar))
                .ifPresent(
                        path -> {
                            throw Unwritable.inTree(
                                    path, "A reader would find it at another place than here.");
                        });
    }
}
