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
import dev.tidegate.processing.edi.AnswerEnvelope;
import dev.tidegate.processing.outbound.Answers.Answer;
import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.util.List;
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
        var messages = messages(caller.tenant(), receipt);
        check(number, messages.size());
        var answered =
                messages.stream()
                        .map(message -> answer(message, Optional.ofNullable(number)))
                        .flatMap(Optional::stream)
                        .toList();
        if (answered.isEmpty()) {
            throw AnswerProblems.nothing().asException();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, answered.getFirst().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(joined(answered));
    }

    private static void check(@Nullable Long number, int messages) {
        if (number != null && (number < 1 || number > AnswerEnvelope.NUMBER_MAX)) {
            throw AnswerProblems.noControlNumber().asException();
        }
        if (number != null && messages > 1) {
            throw AnswerProblems.severalMessages(messages).asException();
        }
    }

    /** Interchanges behind one another, as both standards have them in a file. */
    private static byte[] joined(List<Answer> answers) {
        var all = new ByteArrayOutputStream();
        answers.forEach(answer -> all.writeBytes(answer.bytes()));
        return all.toByteArray();
    }

    private Optional<Answer> answer(RawMessage message, Optional<Long> number) {
        try {
            return sources.find(message.tenant(), message.source())
                    .flatMap(source -> answers.to(message, source.adapter(), number));
        } catch (Unwritable e) {
            throw AnswerProblems.notWritten(e).asException();
        }
    }

    /** One for each record of the log that the receipt names. */
    private List<RawMessage> messages(TenantId tenant, String receipt) {
        var known =
                receipts.read(tenant, receipt)
                        .orElseThrow(() -> RenderingProblems.receiptNotFound().asException());
        return known.addresses().stream().map(address -> message(tenant, address)).toList();
    }

    private RawMessage message(TenantId tenant, RawAddress address) {
        try {
            return raw.find(tenant, address)
                    .orElseThrow(() -> RenderingProblems.receiptNotFound().asException())
                    .message();
        } catch (IllegalStateException e) {
            throw RenderingProblems.logUnavailable().asException();
        }
    }
}
