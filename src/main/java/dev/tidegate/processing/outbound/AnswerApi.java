package dev.tidegate.processing.outbound;

import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.outbound.Answers.Answer;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/receipts/{receipt}/acknowledgement}: the 997, 999, TA1 or CONTRL to a message. */
@RestController
public final class AnswerApi {
    private static final long NUMBER_MAX = 999_999_999L;
    private final Receipts receipts;
    private final RawReader raw;
    private final SourceCatalog sources;
    private final Answers answers;

    public AnswerApi(Receipts receipts, RawReader raw, SourceCatalog sources, Answers answers) {
        this.receipts = receipts;
        this.raw = raw;
        this.sources = sources;
        this.answers = answers;
    }

    @Operation(summary = "The 997, 999, TA1 or CONTRL that answers a message")
    @GetMapping("/v1/receipts/{receipt}/acknowledgement")
    @Needs(Scopes.INGEST_WRITE)
    ResponseEntity<byte[]> acknowledge(
            Caller caller,
            @PathVariable String receipt,
            @RequestParam(name = "control_number", required = false) @Nullable Long number) {
        if (number != null && (number < 1 || number > NUMBER_MAX)) {
            throw AnswerProblems.noControlNumber().asException();
        }
        var message = message(caller.tenant(), receipt);
        var answer =
                answer(message, Optional.ofNullable(number))
                        .orElseThrow(() -> AnswerProblems.nothing().asException());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(answer.bytes());
    }

    private Optional<Answer> answer(RawMessage message, Optional<Long> number) {
        try {
            return sources.find(message.tenant(), message.source())
                    .flatMap(source -> answers.to(message, source.adapter(), number));
        } catch (Unwritable e) {
            throw AnswerProblems.notWritten(e).asException();
        }
    }

    /** An interchange is one record of the log, so it has one address. */
    private RawMessage message(TenantId tenant, String receipt) {
        var known =
                receipts.read(tenant, receipt)
                        .orElseThrow(() -> RenderingProblems.receiptNotFound().asException());
        RawAddress first = known.first();
        try {
            return raw.find(tenant, first)
                    .orElseThrow(() -> RenderingProblems.receiptNotFound().asException())
                    .message();
        } catch (IllegalStateException e) {
            throw RenderingProblems.logUnavailable().asException();
        }
    }
}
