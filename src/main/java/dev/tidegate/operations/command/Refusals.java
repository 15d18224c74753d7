package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Problem;

/** What is refused before anything is decided. */
final class Refusals {
    private Refusals() {}

    static Problem stillRunning() {
        return Problem.of(
                        409,
                        "idempotency_key_in_use",
                        "The first request with this key is still running",
                        "Another request with this Idempotency-Key is being carried out now.",
                        "Send it again after the time in Retry-After: the answer will be the first one's.")
                .withHeader("Retry-After", "1");
    }

    static Problem otherRequest() {
        return Problem.of(
                        422,
                        "idempotency_key_reused",
                        "The key belongs to another request",
                        "This Idempotency-Key was used with another path or body.",
                        "Use a fresh key for a new request; send the same body to repeat the first.")
                .at("header:" + IdempotencyKey.HEADER, "used before with another body");
    }

    static Problem busy() {
        return Problem.fault(
                        503,
                        "busy",
                        "Too many ask for the same thing",
                        "The turn didn't come in time; nothing was done.",
                        "Send it again after the time in Retry-After.")
                .withHeader("Retry-After", "1");
    }

    static Problem superseded(String receipt) {
        return Problem.of(
                        409,
                        "superseded",
                        "A newer version came first",
                        "Another message changed the same thing to a newer version meanwhile; this"
                                + " request took no effect.",
                        "Read it again and decide anew.")
                .with("receipt", receipt);
    }
}
