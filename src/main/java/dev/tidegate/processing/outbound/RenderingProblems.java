package dev.tidegate.processing.outbound;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.platform.web.Problem;

/** What may be wrong with a request for a rendering. */
final class RenderingProblems {
    private RenderingProblems() {}

    static Problem field(String pointer, String what) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The value at " + pointer + " can't be used: " + what + ".",
                        "{\"receipt\":\"...\",\"index\":0,\"as\":\"ubl\"} renders an entry of a"
                                + " message.")
                .at(pointer, what);
    }

    static Problem receiptNotFound() {
        return Problem.of(
                404,
                "receipt_not_found",
                "There is no such receipt",
                "No message of this tenant has this receipt.",
                "Copy the receipt whole from the answer in which it was given.");
    }

    static Problem logUnavailable() {
        return Problem.fault(
                        503,
                        "log_unavailable",
                        "The log does not answer",
                        "The bytes could not be read in time.",
                        "Send the request again.")
                .withHeader("Retry-After", "1");
    }

    static Problem noSuchEntry(int index, int entries) {
        return field("/index", "the message has " + entries + " entries, from 0, and no " + index);
    }

    static Problem tooManyEvents(int eventsMax) {
        return field(
                "/index",
                "the message has more than "
                        + eventsMax
                        + " entries, which is what tidegate.outbound.events-max allows at once;"
                        + " name one");
    }

    /** Of its class, with its own code in {@code cause}. */
    static Problem deadEntry(int index, CanonicalEvent entry) {
        return Problem.of(
                        422,
                        "not_rendered",
                        "It could not be rendered",
                        "Entry " + index + " is a dead letter: " + entry.body().get("reason"),
                        "Mend it and process it again, or name another entry by its index.")
                .withClass(String.valueOf(entry.body().get("class")))
                .with("cause", String.valueOf(entry.body().get("code")))
                .at(String.valueOf(entry.body().get("place")), "dead");
    }

    static Problem notRendered(String mapping, Rendering.Refused refused) {
        var problem =
                Problem.of(
                                422,
                                "not_rendered",
                                "It could not be rendered",
                                mapping + ": " + refused.reason(),
                                refused.nextStep())
                        .withClass(refused.failureClass().label())
                        .with("cause", refused.code());
        return refused.place().isEmpty() ? problem : problem.at(refused.place(), refused.reason());
    }
}
