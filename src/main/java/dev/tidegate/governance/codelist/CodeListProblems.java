package dev.tidegate.governance.codelist;

import dev.tidegate.platform.web.Problem;

/** What may be wrong with a code list. */
final class CodeListProblems {
    private static final String LISTED = "GET /v1/code-lists lists the lists there are.";

    private CodeListProblems() {}

    static Problem notFound(String name) {
        return Problem.of(
                404,
                "unknown_code_list",
                "There is no such code list",
                "This tenant has no code list " + name + ".",
                LISTED);
    }

    static Problem unknownVersion(String pointer, String name, int version) {
        return Problem.of(
                        422,
                        "unknown_code_list",
                        "There is no such code list",
                        "This tenant has no code list " + name + "@" + version + ".",
                        LISTED)
                .at(pointer, "not published");
    }

    static Problem unknownList(String pointer, String name) {
        return Problem.of(
                        422,
                        "unknown_code_list",
                        "There is no such code list",
                        "The expression names the code list "
                                + name
                                + ", which this tenant has not.",
                        "Publish it: POST /v1/code-lists/"
                                + name
                                + "/versions with {\"codes\":{\"A\":\"accepted\"}}.",
                        LISTED)
                .at(pointer, "names the list " + name);
    }

    static Problem badName(String name) {
        return Problem.of(
                400,
                "invalid_parameter",
                "A parameter has no usable value",
                "'" + name + "' is no name: letters, digits, dot, dash, underscore, at most 64.");
    }

    static Problem field(String pointer, String what) {
        return Problem.of(
                        422,
                        "invalid_field",
                        "A field has no usable value",
                        "The value at " + pointer + " can't be used: " + what + ".",
                        "GET /v1/code-lists/{name}/versions shows what a list looks like.")
                .at(pointer, what);
    }

    static Problem tooMany(int most) {
        return Problem.of(
                422,
                "too_many_code_lists",
                "The tenant has too many code lists",
                "There are " + most + " lists already.",
                "Publish the codes as a version of a list that is there.");
    }
}
