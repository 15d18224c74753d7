package dev.tidegate.operations.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.contract.Money;
import dev.tidegate.platform.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its sender last told it, and how far it has come.
 *
 * @param status {@code cancelled} and {@code closed} as told. Of an open sales order what stock
 *     there is for it: {@code allocated}, {@code partially_allocated}, {@code backordered}, {@code
 *     shipped}; of an open purchase order how far its supplier is: {@code open}, {@code
 *     acknowledged}, {@code rejected}, {@code partially_shipped}, {@code shipped}, {@code received}
 * @param version of what its sender last told: of the whole, or of a change laid over it
 * @param total where every line has a price
 * @param changes laid over the whole, in their order; left out where there are none, and of lists
 * @param documents responses, invoices and changes that speak of it; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        OrderId id,
        String number,
        OrderId.Kind kind,
        String status,
        Partner partner,
        String currency,
        @Nullable Money total,
        Instant orderedAt,
        @Nullable LocalDate requestedOn,
        long version,
        String source,
        Instant appliedAt,
        List<Line> lines,
        @Nullable List<ChangeView> changes,
        @Nullable List<DocumentView> documents) {

    /** The customer or supplier, by GLN, D-U-N-S number or the sender's code. */
    public record Partner(String code, String name) {}

    /**
     * @param shipped of the quantity
     * @param allocated of what is still due: stock is there for it
     * @param backordered of what is still due: stock is not there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String line,
            String item,
            @Nullable String gtin,
            @Nullable String description,
            String location,
            String unit,
            @Nullable Money unitPrice,
            @Nullable LocalDate requestedOn,
            Quantity ordered,
            Quantity shipped,
            Quantity allocated,
            Quantity backordered) {}

    OrderView with(List<ChangeView> laid, List<DocumentView> all) {
        return new OrderView(
                id,
                number,
                kind,
                status,
                partner,
                currency,
                total,
                orderedAt,
                requestedOn,
                version,
                source,
                appliedAt,
                lines,
                laid.isEmpty() ? null : laid,
                all);
    }
}
