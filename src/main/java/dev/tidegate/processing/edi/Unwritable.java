package dev.tidegate.processing.edi;

import dev.tidegate.processing.document.Failure;

/** Ends the writing of a document at the place that can't be written; the writer's door makes it a value. */
public final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public Unwritable(Failure failure) {
        super(failure.reason(), null, false, false);
        this.failure = failure;
    }

    /**
     * @param place such as {@code PO1[3]-02 (segment 14)}
     */
    public static Unwritable at(String place, String code, String reason, String nextStep) {
        return new Unwritable(Failure.dataQuality(code, place, reason, nextStep));
    }

    public Failure failure() {
        return failure;
    }
}
