package dev.tidegate.operations.trace;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the fields of a message's entries came from. */
@RestController
@Tag(name = "Messages")
class ProvenanceApi {
    private final ProvenanceQueries provenance;

    ProvenanceApi(ProvenanceQueries provenance) {
        this.provenance = provenance;
    }

    @GetMapping("/v1/receipts/{receipt}/provenance")
    @Needs(Scopes.INGEST_WRITE)
    @Operation(summary = "The places in the bytes that each field of an entry came from")
    List<FieldOrigin> find(
            Caller caller, @PathVariable String receipt, @RequestParam Optional<Integer> index) {
        return provenance
                .find(caller.tenant(), receipt, index.orElse(0))
                .orElseThrow(() -> missing().asException());
    }

    private static Problem missing() {
        return Problem.of(
                404,
                "receipt_not_found",
                "There is no such receipt",
                "No message of yours has this receipt, or it has no entry of this index.",
                "Use the receipt as it was given, and an index that GET /v1/receipts tells.");
    }
}
