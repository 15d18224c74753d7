package dev.tidegate.governance.drift;

import java.util.List;

/** What to do about a finding. */
final class NextSteps {
    private NextSteps() {}

    static List<String> of(String source, String kind, boolean breaking) {
        String learn =
                "POST /v1/sources/%s/contracts with {\"learn\":{}} drafts a contract that knows what is"
                                .formatted(source)
                        + " sent now; accept it if it is meant.";
        return breaking
                ? List.of(
                        "Ask the partner whether it is meant. If not, what they send anew flows.",
                        learn,
                        "Publish a mapping version that reads it, where the mapping reads the field.",
                        "Close this finding with the fix, then POST /v1/reprocessings with"
                                + " {\"filter\":{\"source\":\"%s\",\"class\":\"schema_drift\",\"code\":\"%s\"}}."
                                        .formatted(source, kind))
                : List.of(learn);
    }
}
