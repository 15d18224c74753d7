package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Text;
import dev.tidegate.governance.accounting.Accounting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Conservation as a bar: its whole width is what was accepted, its parts what became of it.
 *
 * @param balanced whether the parts are the whole
 */
public record Balance(long accepted, List<Term> terms, boolean balanced) {
    /** Units across the whole bar. */
    public static final int WIDTH = 1_000;

    private static final int WIDTH_MIN = 4;

    /**
     * One fate's part.
     *
     * @param style class of its colour
     * @param x where it begins on the bar; parts that would be too thin to see get {@value
     *     #WIDTH_MIN} units of the largest
     */
    public record Term(String label, long count, String style, int x, int width) {}

    public static Balance of(Accounting accounting) {
        var labels = List.of("applied", "duplicate", "stale", "parked", "dead", "pending");
        var counts =
                List.of(
                        accounting.applied(),
                        accounting.duplicate(),
                        accounting.stale(),
                        accounting.parked(),
                        accounting.dead(),
                        accounting.pending());
        int[] widths = widths(counts);
        var terms = new ArrayList<Term>();
        int x = 0;
        for (int i = 0; i < widths.length; i++) {
            var label = labels.get(i);
            terms.add(new Term(label, counts.get(i), "fate-" + label, x, widths[i]));
            x += widths[i];
        }
        return new Balance(accounting.accepted(), List.copyOf(terms), accounting.balanced());
    }

    private static int[] widths(List<Long> counts) {
        long total = Math.max(counts.stream().mapToLong(count -> Math.max(count, 0)).sum(), 1);
        int[] widths = new int[counts.size()];
        int widest = 0;
        int sum = 0;
        for (int i = 0; i < widths.length; i++) {
            long count = counts.get(i);
            widths[i] =
                    count <= 0
                            ? 0
                            : (int) Math.max(Math.round((double) WIDTH * count / total), WIDTH_MIN);
            sum += widths[i];
            widest = widths[i] > widths[widest] ? i : widest;
        }
        if (sum > 0) {
            widths[widest] += WIDTH - sum;
        }
        return widths;
    }

    /** The whole equation in words, for who can't see the bar. */
    public String inWords() {
        return Text.count(accepted)
                + " accepted = "
                + terms.stream()
                        .map(term -> Text.count(term.count) + " " + term.label)
                        .collect(Collectors.joining(" + "));
    }
}
