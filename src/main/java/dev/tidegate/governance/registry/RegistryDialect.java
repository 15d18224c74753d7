package dev.tidegate.governance.registry;

import dev.tidegate.platform.web.Dialect;
import dev.tidegate.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code {"error_code":40401,"message":"..."}}: how Confluent's registry says no. */
final class RegistryDialect implements Dialect {
    static final String ROOT = "/v1/schema-registry";
    static final String JSON_V1 = "application/vnd.schemaregistry.v1+json";
    static final String JSON_ANY = "application/vnd.schemaregistry+json";

    /** The error in the backend of which clients know that it may pass. */
    private static final int STORE_ERROR = 50001;

    @Override
    public String prefix() {
        return ROOT + "/";
    }

    @Override
    public String mediaType() {
        return JSON_V1;
    }

    @Override
    public Map<String, Object> body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        var ours = problem.more().get(RegistryError.MEMBER);
        body.put("error_code", ours == null ? number(problem.status()) : ours);
        body.put("message", ours == null ? general(problem) : problem.detail());
        return body;
    }

    private static int number(int status) {
        return status >= 500 ? STORE_ERROR : status;
    }

    /** What is refused for all of the API alike keeps its code and its next steps. */
    private static String general(Problem problem) {
        var message = new StringBuilder(problem.code()).append(": ").append(problem.detail());
        problem.nextSteps().forEach(step -> message.append(' ').append(step));
        return message.toString();
    }
}
