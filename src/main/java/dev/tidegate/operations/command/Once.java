package dev.tidegate.operations.command;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Acts on the database alone, each once for its Idempotency-Key; nothing of them is in the log. */
public final class Once {
    private final CommandTools tools;
    private final JsonMapper json;

    public Once(CommandTools tools, JsonMapper json) {
        this.tools = tools;
        this.json = json;
    }

    /** Done within a transaction of the caller's tenant. */
    public interface Act {
        Answer act(JdbcClient jdbc);
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException when it is refused
     */
    public ResponseEntity<String> run(Call call, Act act) {
        var tenant = call.caller().tenant();
        var asked = new Asked<>(call, call.request(json), tools.ticket(call), act);
        var keys = Gate.announce(tools, tenant, List.of(asked));
        var reply =
                tools.database()
                        .inTenant(
                                tenant,
                                jdbc -> {
                                    var gate = Gate.open(tools, jdbc, tenant, keys);
                                    var answered = answer(gate, jdbc, asked);
                                    gate.keep();
                                    return answered;
                                });
        return tools.replies().send(reply);
    }

    private static Reply answer(Gate gate, JdbcClient jdbc, Asked<Act> asked) {
        return switch (gate.pass(asked)) {
            case Gate.Passing.Turned(var reply) -> reply;
            case Gate.Passing.Through _ -> gate.answer(asked, asked.command().act(jdbc));
        };
    }
}
