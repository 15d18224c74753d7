package dev.tidegate.operations.inventory;

import dev.tidegate.governance.accounting.Freshness;
import dev.tidegate.platform.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an item, at a location or over all.
 *
 * @param location null when summed over all locations
 * @param onHand what the books explain; never negative
 * @param reserved what open sales orders want, as far as it is there
 * @param available on hand less reserved; never negative
 * @param inTransit sent off toward the location, not yet received
 * @param shortage what was told to have left beyond what the books explain
 * @param version grows with every change
 * @param lots a row each location and lot, at most {@value #LOTS_MAX}
 */
public record StockLevel(
        String item,
        @Nullable String location,
        Quantity onHand,
        Quantity reserved,
        Quantity available,
        Quantity inTransit,
        Quantity shortage,
        long version,
        Freshness freshness,
        List<Lot> lots) {
    public static final int LOTS_MAX = 500;

    /**
     * One lot at one location.
     *
     * @param lot empty where none was told
     * @param moved what the ledger adds up to: receipts and arrivals less what left
     * @param variance what counts added to that, or took from it; with {@code moved} it is on hand
     *     less shortage
     * @param countedAt when it was last counted; null where it never was
     */
    public record Lot(
            String location,
            String lot,
            Quantity moved,
            Quantity variance,
            @Nullable Instant countedAt,
            Quantity onHand,
            Quantity inTransit,
            Quantity shortage) {}
}
