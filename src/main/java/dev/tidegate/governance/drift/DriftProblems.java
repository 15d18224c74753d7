package dev.tidegate.governance.drift;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Problem;
import java.util.List;

/** What may be wrong with a contract or with closing a finding. */
final class DriftProblems {
    private DriftProblems() {}

    static Problem incomplete(SourceId source, List<Problem.Place> places) {
        return Problem.of(
                        422,
                        "contract_incomplete",
                        "The contract does not say what its fields mean",
                        "A contract is accepted once each field tells its shape, presence and"
                                + " classification, each number its unit, each code its closed set, each"
                                + " date how it is written. "
                                + places.size()
                                + " places lack something.",
                        "Add what each of errors[] names and send it again.",
                        "POST /v1/sources/"
                                + source
                                + "/contracts with {\"learn\":{}} drafts one from what was sent.")
                .at(places);
    }

    static Problem noContract(SourceId source, int version) {
        return Problem.of(
                404,
                "unknown_contract",
                "There is no such contract",
                "The source " + source + " has accepted no contract " + version + ".",
                "GET /v1/sources/" + source + "/contracts lists its versions.");
    }

    static Problem neitherOrBoth() {
        return field("/documents", "either documents to accept or learn is told, and not both");
    }

    static Problem noFinding() {
        return Problem.of(
                404,
                "unknown_finding",
                "There is no such finding",
                "This tenant has no finding of this id.",
                "GET /v1/findings lists them.");
    }

    static Problem closed(long id, String by) {
        return Problem.of(
                409,
                "finding_closed",
                "The finding is closed",
                by + " has closed finding " + id + " already.",
                "GET /v1/findings/" + id + " tells why. What departs again opens another.");
    }

    static Problem field(String pointer, String what) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The value at " + pointer + " can't be used: " + what + ".",
                        "docs/reference/contracts.md shows what is taken.")
                .at(pointer, what);
    }
}
