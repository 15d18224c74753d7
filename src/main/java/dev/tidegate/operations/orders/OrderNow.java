package dev.tidegate.operations.orders;

import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.fact.Facts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as a transaction leaves it.
 *
 * @param version of its last telling: of the whole, or of a change laid over it
 * @param orderedAt microseconds since 1970
 * @param requestedOn days since 1970
 * @param wanted by item and location, in millionths; nothing unless it is open
 */
record OrderNow(
        OrderKey key,
        long version,
        String source,
        String status,
        String partner,
        String partnerName,
        String currency,
        long orderedAt,
        @Nullable Long requestedOn,
        Map<String, Wanted> wanted) {

    static OrderNow of(OrderTold told) {
        return new OrderNow(
                told.key(),
                told.stamp().version(),
                told.source(),
                told.status(),
                told.partner(),
                told.partnerName(),
                told.currency(),
                told.orderedAt(),
                told.requestedOn(),
                told.wanted());
    }

    /**
     * @param address of the event that made it so
     */
    void tell(String address, Facts facts) {
        facts.add(
                FactType.ORDER_CHANGED,
                key.tenant(),
                key.kind() + "/" + key.number(),
                address + "/order.changed",
                fact -> {
                    fact.text(key.kind())
                            .text(key.number())
                            .number(version)
                            .text(status)
                            .text(source)
                            .text(partner)
                            .text(partnerName)
                            .text(currency)
                            .number(orderedAt)
                            .optionalDays(requestedOn);
                    int places = 0;
                    for (Wanted one : wanted.values()) {
                        places += one.byLocation().size();
                    }
                    fact.items(places);
                    wanted.forEach(
                            (item, one) ->
                                    one.byLocation()
                                            .forEach(
                                                    (location, quantity) ->
                                                            fact.item()
                                                                    .text(item)
                                                                    .text(location)
                                                                    .quantity(quantity)));
                    fact.endItems();
                });
    }
}
