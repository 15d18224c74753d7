package dev.tidegate.governance.accounting;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/accounting}: does what was accepted add up? */
@RestController
public class AccountingApi {
    private final AccountingQueries accounting;
    private final SpanAccounting spans;

    public AccountingApi(AccountingQueries accounting, SpanAccounting spans) {
        this.accounting = accounting;
        this.spans = spans;
    }

    @Operation(summary = "Does what was accepted add up, in all or from a time to another?")
    @GetMapping("/v1/accounting")
    @Needs("orders:read")
    Accounting accounting(
            Caller caller,
            @RequestParam Optional<SourceId> source,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to) {
        var span = new Span(from, to);
        return span.isAll()
                ? accounting.of(caller.tenant(), source)
                : spans.of(caller.tenant(), source, span);
    }
}
