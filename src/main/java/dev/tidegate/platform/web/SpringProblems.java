package dev.tidegate.platform.web;

import java.sql.SQLTransientException;
import org.eclipse.jetty.http.HttpException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What Spring itself refuses, and what fails beneath a handler, in our words. */
final class SpringProblems {
    private SpringProblems() {}

    static Problem of(Exception thrown) {
        return switch (thrown) {
            case NoResourceFoundException gone -> notFound(gone.getResourcePath());
            case HttpRequestMethodNotSupportedException e ->
                    withHeaders(
                            Problem.of(
                                    405,
                                    "method_not_allowed",
                                    "The path has no such method",
                                    e.getMethod() + " is not possible here.",
                                    "The header Allow lists what is."),
                            e);
            case HttpMediaTypeNotSupportedException e ->
                    withHeaders(
                            Problem.of(
                                    415,
                                    "unsupported_media_type",
                                    "The body's type is not read here",
                                    e.getContentType() == null
                                            ? "Content-Type is no media type."
                                            : "Content-Type "
                                                    + e.getContentType()
                                                    + " is not read here.",
                                    "The header Accept lists what is."),
                            e);
            case HttpMediaTypeNotAcceptableException e ->
                    withHeaders(
                            Problem.of(
                                    406,
                                    "not_acceptable",
                                    "No answer of the wanted type",
                                    "Nothing here can be given as the header Accept asks.",
                                    "Ask for application/json."),
                            e);
            case MissingServletRequestParameterException e ->
                    parameter("missing_parameter", "query:" + e.getParameterName(), "is required");
            case MissingRequestHeaderException e ->
                    parameter("missing_parameter", "header:" + e.getHeaderName(), "is required");
            case MethodArgumentTypeMismatchException e ->
                    parameter("invalid_parameter", place(e), "has no usable value");
            case HandlerMethodValidationException _ ->
                    parameter("invalid_parameter", "a parameter", "was refused");
            case ErrorResponse refused ->
                    withHeaders(ofStatus(refused.getStatusCode().value()), refused);
            case HttpException broken when broken.getCode() < 500 ->
                    parameter("invalid_parameter", "query", "is not UTF-8 in percent encoding");
            default -> beneath(thrown);
        };
    }

    private static String place(MethodArgumentTypeMismatchException misfit) {
        boolean ofThePath = misfit.getParameter().hasParameterAnnotation(PathVariable.class);
        return (ofThePath ? "path:" : "query:") + misfit.getName();
    }

    static Problem notFound(String path) {
        return Problem.of(
                404,
                "not_found",
                "Nothing is here",
                "There is nothing at /" + path.replaceFirst("^/", "") + ".",
                "All paths are listed at /v3/api-docs; none ends in a slash.");
    }

    /** For refusals that come with nothing but a status. */
    static Problem ofStatus(int status) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Refused" : known.getReasonPhrase();
        var code = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "_");
        return switch (status) {
            case 400 ->
                    Problem.of(
                            status,
                            code,
                            title,
                            "The request line, the path or a header is not well formed.",
                            "Encode each segment of a path by itself; none holds a slash, a"
                                    + " semicolon or bytes that are no UTF-8.",
                            "Send each header once, and either Content-Length or chunks.");
            case 505 ->
                    Problem.of(
                            status,
                            code,
                            title,
                            "This version of HTTP is not spoken here.",
                            "Use HTTP/1.1.");
            default ->
                    status >= 500
                            ? fault()
                            : Problem.of(
                                    status, code, title, "The request was refused: " + title + ".");
        };
    }

    static Problem fault() {
        return Problem.fault(
                500,
                "fault",
                "Something of ours broke",
                "The request could not be finished because of a fault in Tidegate.",
                "Send it again; with an Idempotency-Key or Message-Id nothing happens twice.",
                "If it stays, look for the trace_id in the logs.");
    }

    private static Problem parameter(String code, String place, String what) {
        return Problem.of(
                        400,
                        code,
                        "A parameter has no usable value",
                        place + " " + what + ".",
                        "The API's description at /v3/api-docs shows each parameter's type.")
                .at(place, what);
    }

    private static Problem beneath(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DataAccessResourceFailureException _,
                        TransientDataAccessException _,
                        CannotCreateTransactionException _,
                        SQLTransientException _ -> {
                    return databaseUnavailable();
                }
                default -> {}
            }
        }
        return fault();
    }

    private static Problem databaseUnavailable() {
        return Problem.fault(
                        503,
                        "database_unavailable",
                        "The database doesn't answer",
                        "The request could not be finished because the database doesn't answer.",
                        "Send it again after the time in Retry-After.")
                .withHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    private static Problem withHeaders(Problem problem, ErrorResponse refused) {
        var result = problem;
        for (var header : refused.getHeaders().headerSet()) {
            result = result.withHeader(header.getKey(), String.join(", ", header.getValue()));
        }
        return result;
    }
}
