package dev.tidegate.governance.accounting;

/** Names of what is counted beside the log's positions; a fate is counted under its own label. */
public final class Measures {
    public static final String MESSAGES = "messages";
    public static final String BYTES = "bytes";
    public static final String ENTRIES = "entries";

    /** Consumers whose counts make the balance, beside {@link Tally#CONSUMER}. */
    public static final String PROCESSING = "processing";

    public static final String OPERATIONS = "operations";

    private Measures() {}
}
