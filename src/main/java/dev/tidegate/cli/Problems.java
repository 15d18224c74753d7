package dev.tidegate.cli;

import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of the server (RFC 9457) in words. */
final class Problems {
    private Problems() {}

    static Failure failure(int status, String body) {
        try {
            return failure(status, JsonMapper.shared().readTree(body));
        } catch (JacksonException notJson) {
            return Failure.failed("the server refused with status " + status);
        }
    }

    private static Failure failure(int status, JsonNode problem) {
        var words = new StringBuilder(text(problem, "title", "the server refused"));
        var detail = text(problem, "detail", "");
        if (!detail.isEmpty()) {
            words.append(": ").append(detail);
        }
        words.append(" (").append(text(problem, "code", "status " + status)).append(')');
        for (var error : problem.path("errors")) {
            words.append("\n  at ")
                    .append(text(error, "pointer", "?"))
                    .append(": ")
                    .append(text(error, "detail", ""));
        }
        var trace = text(problem, "trace_id", "");
        if (!trace.isEmpty()) {
            words.append("\n  trace ").append(trace);
        }
        var steps = new ArrayList<String>();
        problem.path("next_steps").forEach(step -> steps.add(step.asString()));
        return Failure.failed(words.toString(), steps);
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.path(name).asString(otherwise);
    }
}
