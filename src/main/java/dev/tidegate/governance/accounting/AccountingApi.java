package dev.tidegate.governance.accounting;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/accounting}: does what was accepted add up? */
@RestController
public class AccountingApi {
    private final AccountingQueries accounting;

    public AccountingApi(AccountingQueries accounting) {
        this.accounting = accounting;
    }

    @Operation(summary = "Does what was accepted add up?")
    @GetMapping("/v1/accounting")
    @Needs("orders:read")
    Accounting accounting(Caller caller, @RequestParam Optional<SourceId> source) {
        return accounting.of(caller.tenant(), source);
    }
}
