package dev.tidegate.operations.state;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/state-hash}: the tenant's business state in one number. */
@RestController
public class StateApi {
    private final StateQueries state;

    public StateApi(StateQueries state) {
        this.state = state;
    }

    @Operation(summary = "The business state in one number")
    @GetMapping("/v1/state-hash")
    @Needs(Scopes.AUDIT_READ)
    StateHash hash(Caller caller) {
        return state.of(caller.tenant());
    }
}
