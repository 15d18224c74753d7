package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/receipts/{receipt}/raw}: the bytes as they came. */
@RestController
public final class RawApi {
    private final Receipts receipts;
    private final RawReader log;

    public RawApi(Receipts receipts, RawReader log) {
        this.receipts = receipts;
        this.log = log;
    }

    @Operation(summary = "The bytes as they came")
    @GetMapping("/v1/receipts/{receipt}/raw")
    @Needs(Scopes.INGEST_WRITE)
    void raw(Caller caller, @PathVariable String receipt, HttpServletResponse response)
            throws IOException {
        var known =
                receipts.read(caller.tenant(), receipt)
                        .orElseThrow(() -> ReceiveProblems.receiptNotFound().asException());
        boolean first = true;
        for (RawAddress address : known.addresses()) {
            var kept = find(caller.tenant(), address);
            if (first) {
                head(response, kept, known.addresses().size());
                first = false;
            }
            response.getOutputStream().write(kept.message().bytes());
        }
    }

    /** The reader is free again before the caller, who may be slow, has taken the bytes. */
    private RawReader.Kept find(TenantId tenant, RawAddress address) {
        try {
            return log.find(tenant, address)
                    .orElseThrow(() -> ReceiveProblems.receiptNotFound().asException());
        } catch (IllegalStateException e) {
            throw ReceiveProblems.logUnavailable().asException();
        }
    }

    /** As an attachment: a partner's bytes never run as a page of ours. */
    private static void head(HttpServletResponse response, RawReader.Kept kept, int records) {
        response.setContentType(kept.message().contentType());
        response.setHeader("Content-Disposition", "attachment");
        if (records == 1) {
            response.setContentLength(kept.message().bytes().length);
            response.setHeader("Tidegate-Sha256", kept.sha256());
        }
    }
}
