package dev.tidegate.processing.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one set or message to its segments: the inverse of {@link DocumentReader}. What was
 * written is read again by the same grammar, and refused where that isn't what was told.
 *
 * @param envelopes names in a tree that are no segments of the set: {@code ISA}, {@code SE}
 * @param total the segment whose count of lines is computed: {@code CTT}, {@code CNT}
 */
public record DocumentWriter(Syntax syntax, Set<String> envelopes, String total, int segmentsMax) {
    /** How a segment is written and read, without its terminator. */
    public interface Syntax {
        /**
         * @throws Unwritable where an element can't be told
         */
        String write(Draft draft);

        Segment read(String text);
    }

    /**
     * The texts of the segments from ST to SE, or UNH to UNT.
     *
     * @param header ST or UNH
     * @param trailer SE or UNT, by the number of segments with both
     * @throws Unwritable where the tree can't be written
     */
    public List<String> write(
            Map<String, Object> tree, Grammar grammar, Draft header, Trailer trailer) {
        var drafts = Unfolding.of(tree, grammar, envelopes, segmentsMax);
        var texts = new ArrayList<String>();
        texts.add(syntax.write(header));
        long lines = lines(drafts, grammar);
        drafts.forEach(draft -> texts.add(syntax.write(counted(draft, lines))));
        texts.add(syntax.write(trailer.of(texts.size() + 1)));
        check(tree, grammar, texts);
        return texts;
    }

    public interface Trailer {
        Draft of(int segments);
    }

    /** Lines are what the grammar says; of an X12 856 its HLs, of other messages their LINs. */
    private long lines(List<Draft> drafts, Grammar grammar) {
        String named = grammar.lines();
        boolean levels = named.isEmpty() && grammar.top().loops().containsKey("HL");
        String line = !named.isEmpty() ? named : levels ? "HL" : "LIN";
        return drafts.stream().filter(draft -> draft.id().equals(line)).count();
    }

    private Draft counted(Draft draft, long lines) {
        return draft.id().equals(total) ? Totals.counted(draft, lines) : draft;
    }

    private void check(Map<String, Object> tree, Grammar grammar, List<String> texts) {
        var read = texts.stream().map(syntax::read).toList();
        Mandatory.missing(read, grammar)
                .ifPresent(
                        failure -> {
                            throw new Unwritable(failure);
                        });
        var difference = difference(tree, Layout.of(read, grammar), "");
        if (difference != null) {
            throw Unwritable.at(
                    difference,
                    "ambiguous_order",
                    "It would be read at another place than it is told at.",
                    "Tell it in the loop that the grammar has it in.");
        }
    }

    /** The first place where what is read isn't what is told; null where there is none. */
    private @Nullable String difference(
            @Nullable Object told, @Nullable Object read, String place) {
        if (told instanceof Map<?, ?> map && read instanceof Map<?, ?> other) {
            return difference(map, other, place);
        }
        if (told instanceof List<?> || read instanceof List<?>) {
            return difference(listed(told), listed(read), place);
        }
        String text = read instanceof Map<?, ?> ? null : Draft.text(told);
        boolean same = text != null && text.equals(read == null ? "" : read);
        return same ? null : place;
    }

    private @Nullable String difference(Map<?, ?> told, Map<?, ?> read, String place) {
        for (Map.Entry<?, ?> member : told.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (!isComputed(name)) {
                var found = difference(member.getValue(), read.get(name), place + "/" + name);
                if (found != null) {
                    return found;
                }
            }
        }
        for (Object name : read.keySet()) {
            if (!told.containsKey(name) && !isComputed(String.valueOf(name))) {
                return place + "/" + name;
            }
        }
        return null;
    }

    private @Nullable String difference(List<?> told, List<?> read, String place) {
        if (told.size() != read.size()) {
            return place;
        }
        for (int i = 0; i < told.size(); i++) {
            var found = difference(told.get(i), read.get(i), place + "/" + i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<?> listed(@Nullable Object one) {
        return one instanceof List<?> list ? list : one == null ? List.of() : List.of(one);
    }

    private boolean isComputed(String name) {
        return envelopes.contains(name) || name.equals(total);
    }
}
