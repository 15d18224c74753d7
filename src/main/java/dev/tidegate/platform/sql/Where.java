package dev.tidegate.platform.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of one query: each is there only when it is asked for, so that the planner sees
 * the query that was meant. Clauses are the program's own text; values are bound, never written in.
 */
public final class Where {
    private final StringBuilder clauses = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public Where and(String clause, Object... bound) {
        clauses.append(clauses.isEmpty() ? "where " : "\n  and ").append(clause);
        values.addAll(List.of(bound));
        return this;
    }

    /** The clause has one place for the value. */
    public <T> Where and(String clause, Optional<T> asked, Function<T, Object> value) {
        asked.ifPresent(given -> and(clause, value.apply(given)));
        return this;
    }

    public Where and(String clause, Optional<String> asked) {
        return and(clause, asked, text -> text);
    }

    public String sql() {
        return clauses.toString();
    }

    /** In the order of their places. */
    public List<Object> values() {
        return values;
    }
}
