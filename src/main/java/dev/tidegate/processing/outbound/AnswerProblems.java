package dev.tidegate.processing.outbound;

import dev.tidegate.platform.web.Problem;
import dev.tidegate.processing.document.Unwritable;

/** Why there is no answer to a message. */
final class AnswerProblems {
    private AnswerProblems() {}

    static Problem nothing() {
        return Problem.of(
                422,
                "nothing_to_acknowledge",
                "There is nothing to acknowledge",
                "The message holds no X12 group or EDIFACT message that is answered: only these are,"
                        + " and an acknowledgement never is.",
                "Ask for the answer to an X12 or EDIFACT interchange.");
    }

    static Problem noControlNumber() {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The control number has one to nine digits, and isn't zero.",
                        "Leave it out, and one is made of the receipt.")
                .at("control_number", "no control number");
    }

    static Problem severalMessages(int messages) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The receipt is of " + messages + " messages, each with its own number.",
                        "Leave the control number out.")
                .at("control_number", "several messages");
    }

    static Problem notWritten(Unwritable e) {
        return Problem.of(
                        422,
                        "not_rendered",
                        "It could not be rendered",
                        "The answer can't be written: " + e.reason(),
                        "Ask the partner to mend the envelope; it tells what no answer can repeat.")
                .at(e.place(), e.reason());
    }
}
