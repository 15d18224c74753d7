package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.RawLog;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/receipts/{receipt}/raw}: the bytes as they came. */
@RestController
public final class RawApi {
    private final Receipts receipts;
    private final RawLog log;

    public RawApi(Receipts receipts, RawLog log) {
        this.receipts = receipts;
        this.log = log;
    }

    @GetMapping("/v1/receipts/{receipt}/raw")
    @Needs(Scopes.INGEST_WRITE)
    void raw(Caller caller, @PathVariable String receipt, HttpServletResponse response)
            throws IOException {
        var known =
                receipts.read(caller.tenant(), receipt)
                        .orElseThrow(() -> ReceiveProblems.receiptNotFound().asException());
        int wanted = known.addresses().size();
        int found =
                log.read(
                        caller.tenant(),
                        known,
                        kept -> {
                            if (!response.isCommitted()) {
                                head(response, kept, wanted);
                            }
                            response.getOutputStream().write(kept.message().bytes());
                            response.flushBuffer();
                        });
        if (found == 0) {
            throw ReceiveProblems.receiptNotFound().asException();
        }
        if (found < wanted) {
            throw new IOException("the log has " + found + " of " + wanted + " chunks");
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
