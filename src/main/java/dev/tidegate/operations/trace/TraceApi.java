package dev.tidegate.operations.trace;

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

/** A message from end to end. */
@RestController
@Tag(name = "Messages")
class TraceApi {
    private final TraceQueries traces;

    TraceApi(TraceQueries traces) {
        this.traces = traces;
    }

    @GetMapping("/v1/receipts/{receipt}/trace")
    @Needs(Scopes.INGEST_WRITE)
    @Operation(summary = "From the bytes to the mapping, the events, their effects and the facts")
    Trace find(
            Caller caller,
            @PathVariable String receipt,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        int most = limit.orElse(TraceQueries.ENTRIES_MAX);
        if (most < 1 || most > TraceQueries.ENTRIES_MAX) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "limit must be between 1 and " + TraceQueries.ENTRIES_MAX + ".")
                    .at("query:limit", "out of range")
                    .asException();
        }
        return traces.find(caller.tenant(), receipt, cursor, most)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "receipt_not_found",
                                                "There is no such receipt",
                                                "No message of yours has this receipt.",
                                                "Use the receipt as it was given, whole and"
                                                        + " unchanged.")
                                        .asException());
    }
}
