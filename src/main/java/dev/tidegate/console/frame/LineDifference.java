package dev.tidegate.console.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of two texts held against each other.
 *
 * @param kind {@code same}, {@code gone}, {@code new}, or {@code rest} where lines are left out
 * @param before its number in the first text, from 1; 0 where it has none
 * @param after its number in the second
 */
public record LineDifference(String kind, int before, int after, String text) {
    /** Lines that are shown around a change. */
    private static final int AROUND = 3;

    /** Of longer texts only the parts between their common ends are told line by line. */
    private static final int LINES_MAX = 2_000;

    public String sign() {
        return switch (kind) {
            case "gone" -> "-";
            case "new" -> "+";
            default -> " ";
        };
    }

    /** By the longest common sequence of lines; what is far from any change is left out. */
    public static List<LineDifference> between(String before, String after) {
        return new Comparison(before.split("\n", -1), after.split("\n", -1)).shortened();
    }

    private static final class Comparison {
        private final String[] before;
        private final String[] after;
        private final List<LineDifference> all = new ArrayList<>();

        Comparison(String[] before, String[] after) {
            this.before = before;
            this.after = after;
            compare();
        }

        private void compare() {
            int[][] common = common();
            int i = 0;
            int j = 0;
            while (i < before.length || j < after.length) {
                if (i < before.length && j < after.length && before[i].equals(after[j])) {
                    all.add(new LineDifference("same", i + 1, j + 1, before[i++]));
                    j++;
                } else if (j >= after.length
                        || i < before.length && at(common, i + 1, j) >= at(common, i, j + 1)) {
                    all.add(new LineDifference("gone", i + 1, 0, before[i++]));
                } else {
                    all.add(new LineDifference("new", 0, j + 1, after[j++]));
                }
            }
        }

        /** Lengths of the longest common sequence behind each pair of lines. */
        private int[][] common() {
            int rows = Math.min(before.length, LINES_MAX);
            int columns = Math.min(after.length, LINES_MAX);
            var common = new int[rows + 1][columns + 1];
            for (int i = rows - 1; i >= 0; i--) {
                for (int j = columns - 1; j >= 0; j--) {
                    common[i][j] =
                            before[i].equals(after[j])
                                    ? common[i + 1][j + 1] + 1
                                    : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
            return common;
        }

        private static int at(int[][] common, int i, int j) {
            return i < common.length && j < common[0].length ? common[i][j] : 0;
        }

        List<LineDifference> shortened() {
            var shown = new ArrayList<LineDifference>();
            for (int i = 0; i < all.size(); i++) {
                if (isNearChange(i)) {
                    shown.add(all.get(i));
                } else if (shown.isEmpty() || !shown.getLast().kind().equals("rest")) {
                    shown.add(new LineDifference("rest", 0, 0, "…"));
                }
            }
            return shown;
        }

        private boolean isNearChange(int at) {
            return all
                    .subList(Math.max(0, at - AROUND), Math.min(all.size(), at + AROUND + 1))
                    .stream()
                    .anyMatch(line -> !line.kind().equals("same"));
        }
    }
}
