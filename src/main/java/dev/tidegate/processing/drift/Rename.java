package dev.tidegate.processing.drift;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which undeclared field is a missing one under another name: its value must be what the
 * contract says of the missing one, and a name that has nothing in common needs a value that is
 * told by its form (a date, a code, a list of the same objects).
 */
final class Rename {
    private static final double ENOUGH = 0.5;
    private static final double TOLD_BY_FORM = 0.5;
    private static final int NAME_LENGTH_MAX = 200;

    private Rename() {}

    static Optional<String> of(
            Node missing, Map<?, ?> map, List<String> undeclared, @Nullable Object[] at) {
        Optional<String> best = Optional.empty();
        double bestScore = ENOUGH;
        for (String name : undeclared) {
            double score = score(missing, name, map.get(name), at);
            if (score >= bestScore) {
                best = Optional.of(name);
                bestScore = Math.nextUp(score);
            }
        }
        return best;
    }

    private static double score(
            Node missing, String name, @Nullable Object value, @Nullable Object[] at) {
        var rule = missing.rules().getFirst();
        if (value == null || rule.breach(value, at).isPresent()) {
            return 0;
        }
        double form = isToldByForm(missing, rule, value) ? TOLD_BY_FORM : 0;
        return form + similarity(missing.name(), name);
    }

    private static boolean isToldByForm(Node missing, Rule rule, Object value) {
        return switch (rule.shape()) {
            case DATE, CODE -> true;
            case OBJECT, LIST, GROUP -> shares(missing, value);
            case TEXT, INTEGER, DECIMAL, BOOLEAN, ANY -> false;
        };
    }

    /** Whether the value, or its first item, has members that the missing one would have. */
    private static boolean shares(Node missing, Object value) {
        var first = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
        var inside = missing.items().orElse(missing);
        return first instanceof Map<?, ?> map
                && map.keySet().stream().anyMatch(key -> inside.members().containsKey(key));
    }

    /** From 0 to 1: how much of the longer name is in the other, letters and digits in order. */
    static double similarity(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int longer = Math.max(a.length(), b.length());
        if (longer == 0 || longer > NAME_LENGTH_MAX || isPosition(a) || isPosition(b)) {
            return 0;
        }
        boolean abbreviates = !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0);
        int common = commonInOrder(a, b);
        double whole = (double) common / longer;
        boolean isShort = common == Math.min(a.length(), b.length()) && common >= 3;
        return abbreviates && isShort ? Math.max(whole, ENOUGH) : whole;
    }

    /** Elements of EDI have numbers, which are alike and say nothing. */
    private static boolean isPosition(String name) {
        return name.chars().allMatch(Character::isDigit);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Length of the longest common subsequence. */
    private static int commonInOrder(String a, String b) {
        var row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] =
                        a.charAt(i - 1) == b.charAt(j - 1)
                                ? diagonal + 1
                                : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
