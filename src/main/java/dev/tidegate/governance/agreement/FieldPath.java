package dev.tidegate.governance.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in every document of a kind: a JSON pointer (RFC 6901) in which {@code *} is any item of
 * a list, or any member of an object whose members are named freely.
 */
public record FieldPath(List<String> steps) {
    public static final String ANY = "*";
    private static final int DEPTH_MAX = 32;

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** Empty where the text is no such pointer, or one deeper than any document may be. */
    public static Optional<FieldPath> parse(String text) {
        if (!text.startsWith("/") || text.matches(".*~([^01].*|$)")) {
            return Optional.empty();
        }
        var steps = new ArrayList<String>();
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.contains("") || steps.size() > DEPTH_MAX
                ? Optional.empty()
                : Optional.of(new FieldPath(steps));
    }

    public FieldPath below(String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    /** How many steps two paths share. */
    public int shared(FieldPath other) {
        int length = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < length; i++) {
            if (!steps.get(i).equals(other.steps.get(i))) {
                return i;
            }
        }
        return length;
    }

    /**
     * Whether each object of the other path has at most one value at this one: what lies between
     * the object they share and this place holds no list.
     */
    public boolean isBeside(FieldPath other) {
        return !steps.subList(shared(other), steps.size()).contains(ANY);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String step : steps) {
            text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
