package dev.tidegate.embedded;

/**
 * A server that can't be had; the message ends with the line that mends it, or with its last words.
 */
public final class EmbeddedFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedFault(String message) {
        super(message);
    }

    EmbeddedFault(String message, Throwable cause) {
        super(message, cause);
    }
}
