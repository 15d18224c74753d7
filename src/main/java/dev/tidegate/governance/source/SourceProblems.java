package dev.tidegate.governance.source;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Problem;
import java.util.List;

/** What may be wrong with a source or a mapping. */
public final class SourceProblems {
    private SourceProblems() {}

    /** For whoever names a source that isn't there. */
    public static Problem unknownSource(String source) {
        return Problem.of(
                404,
                "unknown_source",
                "There is no such source",
                "This tenant has no source " + source + ".",
                "Make it: PUT /v1/sources/"
                        + source
                        + " with {\"adapter\":\"json\",\"mapping\":\"json\"}.",
                "GET /v1/sources lists the sources there are.");
    }

    /** For whoever speaks in the name of {@link CommandSource}. */
    public static Problem reservedSource() {
        return Problem.of(
                403,
                "reserved_source",
                "The source is the program's own",
                "The source api carries the commands of this API into the log; nobody else"
                        + " writes to it or redefines it.",
                "Use the commands, such as POST /v1/orders, or a source of your own.");
    }

    public static Problem unknownMapping(String mapping) {
        return Problem.of(
                        422,
                        "unknown_mapping",
                        "There is no such mapping",
                        "This tenant has published no mapping " + mapping + ".",
                        "Publish it: POST /v1/mappings/"
                                + mapping.replaceFirst("@.*", "")
                                + "/versions with {\"expression\":\"...\"}.")
                .at("/mapping", "not published");
    }

    static Problem mappingNotFound(String label) {
        return Problem.of(
                404,
                "unknown_mapping",
                "There is no such mapping",
                "This tenant has published no mapping " + label + ".",
                "GET /v1/mappings/{name}/versions lists a mapping's versions.");
    }

    public static Problem doesNotCompile(String pointer, MappingCheck.Fault fault) {
        var place = fault.position() < 0 ? "" : " (character " + fault.position() + ")";
        return Problem.of(
                        422,
                        "expression_does_not_compile",
                        "The expression is no JSONata",
                        fault.detail() + place,
                        "Try it at try.jsonata.org, or start from one of the demo's mappings.")
                .at(pointer, fault.detail() + place);
    }

    static Problem goldenCaseFails(String mapping, List<Problem.Place> places) {
        return Problem.of(
                        422,
                        "golden_case_fails",
                        "A golden case fails",
                        "The expression makes something else of a case of "
                                + mapping
                                + " than it has to.",
                        "Mend the expression; or, where the change is meant, PUT the case anew with"
                                + " what is expected now.",
                        "POST /v1/sources/{source}/rehearsals shows what it would change of what"
                                + " was really sent.")
                .at(places);
    }

    static Problem caseNotFound(String mapping, String name) {
        return Problem.of(
                404,
                "unknown_case",
                "There is no such golden case",
                "The mapping " + mapping + " of this tenant has no case " + name + ".",
                "GET /v1/mappings/" + mapping + "/cases lists them.");
    }

    static Problem tooManyCases(String mapping) {
        return Problem.of(
                422,
                "too_many_cases",
                "The mapping has too many golden cases",
                mapping + " has " + MappingCases.CASES_MAX + " cases already.",
                "Let go of one that another covers: DELETE /v1/mappings/"
                        + mapping
                        + "/cases/{case}.");
    }

    static Problem badName(String name) {
        return Problem.of(
                400,
                "invalid_parameter",
                "A parameter has no usable value",
                "'" + name + "' is no name: letters, digits, dot, dash, underscore, at most 64.");
    }

    static Problem badExpressionSize(int length) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "An expression has between 1 and "
                                + Mappings.EXPRESSION_SIZE_MAX
                                + " characters, not "
                                + length
                                + ".")
                .at("/expression", "empty or too long");
    }

    public static Problem field(String pointer, String what) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The value at " + pointer + " can't be used: " + what + ".",
                        "GET /v1/sources/{source} shows what a source looks like.")
                .at(pointer, what);
    }

    static Problem otherName(SourceId path, String body) {
        return field("/source", "the path says " + path + ", the body " + body);
    }
}
