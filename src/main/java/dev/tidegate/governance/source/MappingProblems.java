package dev.tidegate.governance.source;

import dev.tidegate.platform.web.Problem;

/** What may stand in the way of a draft and of its publication. */
final class MappingProblems {
    private MappingProblems() {}

    static Problem published(String label) {
        return Problem.of(
                409,
                "version_is_published",
                "A published version never changes",
                label + " is published.",
                "Keep a draft of the next version: POST /v1/mappings/{name}/versions with"
                        + " \"state\": \"draft\".");
    }

    static Problem changedMeanwhile(String label) {
        return Problem.of(
                409,
                "draft_changed",
                "The draft was changed meanwhile",
                label + " was written anew while its golden cases ran.",
                "Look at it again, then publish it.");
    }

    static Problem reviewRequired(String name) {
        return Problem.of(
                409,
                "review_required",
                "Versions of this mapping are reviewed",
                "Another than its author publishes a version of " + name + ".",
                "Keep it as a draft (\"state\": \"draft\") and let a colleague POST"
                        + " .../versions/{version}/publish.");
    }

    static Problem ownDraft(String label) {
        return Problem.of(
                409,
                "own_draft",
                "Another than its author publishes it",
                label + " was written by you, and this mapping is reviewed.",
                "Let a colleague look at it and publish it.");
    }

    static Problem reviewWanted(String name) {
        return Problem.of(
                409,
                "own_draft",
                "You have a draft that waits for its review",
                "The review of " + name + " isn't ended by the author of a draft of it.",
                "Let a colleague publish the draft, or end the review.");
    }
}
