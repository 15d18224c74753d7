package dev.tidegate.operations.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidegate.platform.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stock command did.
 *
 * @param number of the movement it became; of a transfer, {@code -out} and {@code -in} stand behind
 *     it
 * @param toLocation of a transfer
 * @param received of a transfer: whether it arrived at once, or is in transit
 * @param quantity of an adjustment signed
 * @param reason of an adjustment
 * @param onHand of the lot at the location, after it
 * @param receipt of the message it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Movement(
        String number,
        String kind,
        String item,
        String location,
        @Nullable String toLocation,
        @Nullable Boolean received,
        String lot,
        Quantity quantity,
        String unit,
        @Nullable String reason,
        Instant occurredAt,
        Quantity onHand,
        String receipt) {

    static Movement of(
            StockCommand.Adjust adjust,
            String number,
            Instant at,
            Quantity onHand,
            String receipt) {
        return new Movement(
                number,
                "adjustment",
                adjust.place().item(),
                adjust.place().location(),
                null,
                null,
                adjust.lot(),
                adjust.change(),
                adjust.unit(),
                adjust.reason(),
                at,
                onHand,
                receipt);
    }

    static Movement of(
            StockCommand.Transfer transfer,
            String number,
            Instant at,
            Quantity onHand,
            String receipt) {
        return new Movement(
                number,
                "transfer",
                transfer.place().item(),
                transfer.place().location(),
                transfer.to(),
                transfer.received(),
                transfer.lot(),
                transfer.quantity(),
                transfer.unit(),
                null,
                at,
                onHand,
                receipt);
    }
}
