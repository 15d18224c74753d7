package dev.tidegate.platform.web;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, and where. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException ours -> {
                    return ours.problem();
                }
                case StreamReadException broken -> {
                    return malformed(broken);
                }
                case UnrecognizedPropertyException unknown -> {
                    return unknown(unknown);
                }
                case DatabindException misfit
                        when !(misfit.getCause() instanceof ProblemException) -> {
                    return misfit(misfit);
                }
                default -> {}
            }
        }
        return Problem.of(
                400,
                "missing_body",
                "The body is missing or can't be read",
                "This needs a JSON body.",
                "Send JSON with Content-Type: application/json.");
    }

    private static Problem malformed(StreamReadException broken) {
        var at = broken.getLocation();
        var place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(
                        400,
                        "malformed_json",
                        "The body is not JSON",
                        "The body breaks off being JSON at " + place + ".",
                        "Check quotes, commas and brackets at that place.")
                .at(place, broken.getOriginalMessage());
    }

    private static Problem unknown(UnrecognizedPropertyException unknown) {
        return Problem.of(
                        400,
                        "unknown_field",
                        "A field has an unknown name",
                        "There is no field " + unknown.getPropertyName() + " here.",
                        "Known are: " + unknown.getKnownPropertyIds() + ".")
                .at(pointer(unknown), "unknown field");
    }

    private static Problem misfit(DatabindException misfit) {
        var pointer = pointer(misfit);
        return Problem.of(
                        400,
                        "invalid_field",
                        "A field has no usable value",
                        "The value at " + (pointer.isEmpty() ? "/" : pointer) + " can't be used.",
                        "The API's description at /v3/api-docs shows each field's type.")
                .at(pointer, reason(misfit));
    }

    /** The values' own words where a type of ours refused one, without Java's type names. */
    private static String reason(JacksonException misfit) {
        return misfit.getCause() instanceof IllegalArgumentException refused
                        && refused.getMessage() != null
                ? refused.getMessage()
                : plain(misfit.getOriginalMessage());
    }

    private static String plain(String message) {
        return message.startsWith("Trailing token")
                ? "more follows after the end of the value"
                : message.replaceAll("`(?:[\\w$]+\\.)*([\\w$]+)(?:<[^`]*>)?`", "$1");
    }

    /** RFC 6901. */
    private static String pointer(JacksonException misfit) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : misfit.getPath()) {
            var name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
