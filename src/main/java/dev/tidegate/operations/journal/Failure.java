package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.operations.effect.Body;
import org.springframework.core.NestedExceptionUtils;

/**
 * Why an entry took no effect.
 *
 * @param code stable, snake_case
 * @param place exact place in the original; may be empty
 */
public record Failure(
        FailureClass failureClass, String code, String place, String reason, String nextStep) {
    static final String WAITS_BEHIND = "waits_behind";
    private static final int REASON_MAX = 2_000;

    /** As processing understood it. */
    static Failure told(CanonicalEvent dead) {
        var body = dead.body();
        return new Failure(
                FailureClass.of(Body.text(body, "class")),
                Body.text(body, "code"),
                Body.text(body, "place"),
                Body.text(body, "reason"),
                Body.text(body, "next_step"));
    }

    static Failure couldNotApply(Exception why) {
        var reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(why).getMessage());
        return new Failure(
                FailureClass.FAULT,
                "apply_failed",
                "",
                reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason,
                "correct what the reason names (a new mapping version, or the program), then reprocess");
    }

    static Failure waitsBehind(CanonicalEvent event) {
        return new Failure(
                FailureClass.FAULT,
                WAITS_BEHIND,
                "",
                "an earlier event of " + event.orderingKey() + " is parked",
                "reprocess or discard the earlier one; this one follows by itself");
    }

    static Failure conflict(CanonicalEvent event) {
        return new Failure(
                FailureClass.DATA_QUALITY,
                "dedupe_conflict",
                "",
                "the same key was sent before with other content",
                "compare the two entries of "
                        + event.key()
                        + "; send the right one again under a key of its own, or discard this one");
    }
}
