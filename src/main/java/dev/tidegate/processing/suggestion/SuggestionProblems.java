package dev.tidegate.processing.suggestion;

import dev.tidegate.platform.web.Problem;
import dev.tidegate.processing.document.Failure;

/** Why there is no draft. */
final class SuggestionProblems {
    private SuggestionProblems() {}

    static Problem unreadable(Failure failure) {
        return Problem.of(
                        422,
                        "unreadable_sample",
                        "The sample can't be read",
                        failure.reason(),
                        failure.nextStep())
                .at(failure.place(), failure.code());
    }

    static Problem standard(String adapter) {
        return Problem.of(
                422,
                "standard_format",
                "The sample is of a standard format",
                "The sample is " + adapter + ", whose elements have a meaning of their own.",
                "Begin with the mapping that is there for it: a source with the adapter "
                        + adapter
                        + ", as the demo's.");
    }

    static Problem unknownAdapter(String adapter) {
        return Problem.of(
                400,
                "invalid_parameter",
                "A parameter has no usable value",
                "There is no adapter '" + adapter + "'.",
                "Tell csv, tsv, fixed_width, xlsx, json or xml, or leave it out.");
    }

    static Problem noGuess() {
        return Problem.of(
                422,
                "nothing_recognised",
                "Nothing in the sample is recognised",
                "No type has two fields that columns of the sample are named like.",
                "Tell the type (order, shipment, stock_movement, stock_count) and what its fields"
                        + " are: ?type=order&fill=number=...");
    }

    static Problem tooLarge(int bytesMax) {
        return Problem.of(
                413,
                "sample_too_large",
                "The sample is too large",
                "A sample has at most " + bytesMax + " bytes.",
                "Send a few rows of each kind: what a golden case would hold.");
    }
}
