package dev.tidegate.operations.visibility;

import dev.tidegate.operations.journal.ReceiptQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of captured documents (GS1 EPCIS 2.0, capture interface). */
@RestController
@Tag(name = "EPCIS")
class CaptureJobsApi {
    private final ReceiptQueries receipts;

    CaptureJobsApi(ReceiptQueries receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/epcis/v2/capture/{receipt}")
    @Needs(Scopes.INGEST_WRITE)
    @Operation(summary = "What became of a captured document")
    CaptureJob find(Caller caller, @PathVariable String receipt) {
        return receipts.find(caller.tenant(), receipt, Optional.empty(), ReceiptQueries.EVENTS_MAX)
                .map(CaptureJob::of)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "receipt_not_found",
                                                "There is no such capture job",
                                                "No capture of yours has this id.",
                                                "Use the address in Location as it was given.")
                                        .asException());
    }
}
