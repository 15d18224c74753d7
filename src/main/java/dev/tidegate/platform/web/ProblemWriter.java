package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem} as {@code application/problem+json}, from wherever one may arise. */
public final class ProblemWriter {
    static final String MEDIA_TYPE = "application/problem+json";
    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** An answer whose first bytes are already on their way can't be changed any more. */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        problem.headers().forEach(response::setHeader);
        if (problem.more().isEmpty()) {
            byte[] body = bytes(problem, Trace.current());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            // Members of the answer's own may be long lists: they are written as they come.
            json.writeValue(response.getOutputStream(), members(problem, Trace.current()));
        }
    }

    byte[] bytes(Problem problem, String trace) {
        return json.writeValueAsBytes(members(problem, trace));
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
