package dev.tidegate.processing.lint;

/** What the linter looks for; docs/reference/mapping-linter.md is the rules' reference. */
enum Rule {
    UNKNOWN_FUNCTION(
            "error", "Take one of docs/reference/mapping-functions.md, or define it with :=."),
    NOT_DETERMINISTIC(
            "error",
            "The same bytes must give the same events: take $acceptedAt, or a time that the document tells."),
    UNKNOWN_FIELD("warning", "Take a field of the type's schema; what it doesn't know is dropped."),
    FLOAT_ON_DECIMAL(
            "warning",
            "Take $decimal, $quantity, $divide, $minus, $implied or $unit_price, which are exact."),
    UNBOUNDED_SEARCH("warning", "Name the path, such as lines.item, instead of ** or * over all."),
    SEARCH_PER_ELEMENT(
            "warning",
            "Look it up once before the list, or take $pick, so that n lines don't cost n times n."),
    LAMBDA_TO_LIST(
            "warning",
            "Write a step of a path instead: lines.{...}, lines[quantity > 0]; it is three times as fast."),
    FUNCTION_PER_ELEMENT(
            "note",
            "A function of the pack costs a fifth; or write it in its place where it is short.");

    private final String severity;
    private final String instead;

    Rule(String severity, String instead) {
        this.severity = severity;
        this.instead = instead;
    }

    String severity() {
        return severity;
    }

    String instead() {
        return instead;
    }

    /** {@code float-on-decimal}. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
