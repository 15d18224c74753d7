package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Problem} as {@code application/problem+json}, or as the {@link Dialect} of the
 * path would have it, from wherever one may arise.
 */
public final class ProblemWriter {
    private static final String MEDIA_TYPE = "application/problem+json";
    private final JsonMapper json;
    private final Dialects dialects;

    ProblemWriter(JsonMapper json, Dialects dialects) {
        this.json = json;
        this.dialects = dialects;
    }

    /** An answer whose first bytes are already on their way can't be changed any more. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        var dialect = dialects.of(request);
        if (dialect.isEmpty() && !problem.more().isEmpty()) {
            // Members of the answer's own may be long lists: they are written as they come.
            response.setContentType(MEDIA_TYPE);
            json.writeValue(response.getOutputStream(), members(problem, Trace.current()));
            return;
        }
        var body = body(problem, dialect, Trace.current());
        response.setContentType(body.mediaType());
        response.setContentLength(body.bytes().length);
        response.getOutputStream().write(body.bytes());
    }

    /** What stands in an answer. */
    record Body(String mediaType, byte[] bytes) {}

    /** For what never reaches a servlet. */
    Body body(Problem problem, String path, String trace) {
        return body(problem, dialects.of(path), trace);
    }

    private Body body(Problem problem, Optional<Dialect> dialect, String trace) {
        return dialect.map(
                        spoken ->
                                new Body(
                                        spoken.mediaType(),
                                        json.writeValueAsBytes(spoken.body(problem))))
                .orElseGet(
                        () ->
                                new Body(
                                        MEDIA_TYPE,
                                        json.writeValueAsBytes(members(problem, trace))));
    }

    /** There is always one: the page of the code. */
    private static List<String> nextSteps(Problem problem) {
        return problem.nextSteps().isEmpty()
                ? List.of("GET /docs/problems/" + problem.code() + " says more.")
                : problem.nextSteps();
    }

    private static Map<String, Object> members(Problem problem, String trace) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "/docs/problems/" + problem.code());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.put("code", problem.code());
        members.put("class", problem.failureClass());
        members.put("trace_id", trace);
        members.put("errors", problem.errors());
        members.put("next_steps", nextSteps(problem));
        members.putAll(problem.more());
        return members;
    }
}
