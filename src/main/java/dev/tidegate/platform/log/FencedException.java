package dev.tidegate.platform.log;

/** Another process holds the partition by now: what was about to be committed must not be. */
public final class FencedException extends RuntimeException {
    FencedException(String message) {
        super(message);
    }
}
