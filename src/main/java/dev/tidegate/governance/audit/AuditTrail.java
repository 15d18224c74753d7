package dev.tidegate.governance.audit;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Trace;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes the record of an act in the act's own transaction, so that neither is there alone. */
public final class AuditTrail {
    private static final String RECORD =
            """
            insert into governance.audit (tenant, principal, action, target, detail, trace)
            values (?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final JsonMapper json;

    public AuditTrail(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param jdbc of the transaction in which the act takes place
     * @param action such as {@code source.put}
     * @param target what it was done to
     */
    public void record(
            JdbcClient jdbc,
            Caller caller,
            String action,
            String target,
            Map<String, Object> detail) {
        jdbc.sql(RECORD)
                .params(
                        caller.tenant().value(),
                        caller.principal(),
                        action,
                        target,
                        json.writeValueAsString(detail),
                        Trace.current())
                .update();
    }
}
