package dev.tidegate.proof.tampering;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Wrongs done to the text of statements on their way to the database. */
public enum SqlWrong {
    /** Every predicate on the tenant is always true: row-level security alone is left. */
    BLIND_PREDICATES(
            "((?:\\b\\w+\\.)?\\btenant) = (\\?|any\\s*\\(\\?[^)]*\\))", "($1 = $2 or true)"),

    /** An order's version is no guard: whoever comes last wins. */
    STALE_WINS(
            "where \\(o\\.version, o\\.content\\) < \\(excluded\\.version, excluded\\.content\\)",
            "where true"),

    /** The position kept is one further than what took effect. */
    POSITION_SKIPS("set next_offset = a\\.next_offset", "set next_offset = a.next_offset + 1");

    private final Pattern pattern;
    private final String replacement;
    private final AtomicLong rewritten = new AtomicLong();

    SqlWrong(String pattern, String replacement) {
        this.pattern = Pattern.compile(pattern);
        this.replacement = replacement;
    }

    String rewrite(String sql) {
        var wrong = pattern.matcher(sql).replaceAll(replacement);
        if (!wrong.equals(sql)) {
            rewritten.incrementAndGet();
        }
        return wrong;
    }

    /** How many statements were made wrong: none would prove nothing. */
    public long rewritten() {
        return rewritten.get();
    }
}
