package dev.tidegate.ingestion.append;

/** The log has not acknowledged: whether the bytes stand there isn't known. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogUnavailable(Throwable cause) {
        super("the log has not acknowledged: " + cause, cause);
    }
}
