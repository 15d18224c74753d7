package dev.tidegate.operations.orders;

import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents that are kept without effect on stock. */
@RestController
@Tag(name = "Orders")
class DocumentsApi {
    private final DocumentQueries documents;

    DocumentsApi(DocumentQueries documents) {
        this.documents = documents;
    }

    @GetMapping("/v1/documents")
    @Needs(Scopes.ORDERS_READ)
    @Operation(
            summary =
                    "Responses, invoices, acknowledgements and other documents, the latest issued first")
    Page<DocumentView> list(
            Caller caller,
            @RequestParam @OneOf(of = DocumentType.class) Optional<String> type,
            @RequestParam Optional<String> number,
            @RequestParam Optional<String> order,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var filter = new DocumentQueries.Filter(type, number, order);
        return documents.list(caller.tenant(), filter, cursor, Page.limit(limit));
    }

    @GetMapping("/v1/documents/{id}")
    @Needs(Scopes.ORDERS_READ)
    @Operation(summary = "A document, whole")
    DocumentView find(Caller caller, @PathVariable String id) {
        return documents
                .find(caller.tenant(), id)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "document_not_found",
                                                "There is no such document",
                                                "No document of yours has this id.",
                                                "List them: GET /v1/documents?number=...")
                                        .asException());
    }
}
