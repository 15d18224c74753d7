package dev.tidegate.operations.journal;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a message. */
@RestController
@Tag(name = "Messages")
class ReceiptsApi {
    private final ReceiptQueries receipts;

    ReceiptsApi(ReceiptQueries receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/v1/receipts/{receipt}")
    @Needs(Scopes.INGEST_WRITE)
    @Operation(summary = "What became of every entry of a message")
    ReceiptStatus find(
            Caller caller,
            @PathVariable String receipt,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        return receipts.find(caller.tenant(), receipt, cursor, limit(limit))
                .orElseThrow(() -> notFound().asException());
    }

    /** A message is shown whole where that can be; a limit is for who wants less. */
    private static int limit(Optional<Integer> asked) {
        int limit = asked.orElse(ReceiptQueries.EVENTS_MAX);
        if (limit < 1 || limit > ReceiptQueries.EVENTS_MAX) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "limit must be between 1 and " + ReceiptQueries.EVENTS_MAX + ".")
                    .at("query:limit", "out of range")
                    .asException();
        }
        return limit;
    }

    static Problem notFound() {
        return Problem.of(
                404,
                "receipt_not_found",
                "There is no such receipt",
                "No message of yours has this receipt.",
                "Use the receipt as it was given, whole and unchanged.");
    }
}
