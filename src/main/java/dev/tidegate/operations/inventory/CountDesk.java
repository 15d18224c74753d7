package dev.tidegate.operations.inventory;

import dev.tidegate.operations.command.Answer;
import dev.tidegate.operations.command.Decision;
import dev.tidegate.operations.command.Desk;
import dev.tidegate.operations.command.Ticket;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes counts. A count is what somebody saw, so there is nothing to refuse and no state to keep.
 */
final class CountDesk implements Desk<Place, CountDesk.Any, StockCount> {
    /** The state that no decision needs. */
    enum Any {
        STATE
    }

    private final InventoryQueries inventory;

    CountDesk(InventoryQueries inventory) {
        this.inventory = inventory;
    }

    /**
     * What was counted, and what the place holds now.
     *
     * @param onHand of all lots of the item at the location
     */
    record Counted(
            String number,
            String item,
            String location,
            String lot,
            Quantity quantity,
            String unit,
            Instant countedAt,
            Quantity onHand,
            String receipt) {}

    @Override
    public Any load(JdbcClient jdbc, TenantId tenant, Place place) {
        return Any.STATE;
    }

    @Override
    public String act(StockCount count) {
        return "stock.count";
    }

    @Override
    public Decision<Any> decide(Any state, StockCount count, Ticket ticket) {
        return new Decision.Send<>(documents(count, ticket), state);
    }

    @Override
    public Optional<List<Map<String, Object>>> foreseen(StockCount count, Ticket ticket) {
        return Optional.of(documents(count, ticket));
    }

    private static List<Map<String, Object>> documents(StockCount count, Ticket ticket) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "stock_count");
        document.put("number", ticket.number());
        document.put("item", count.place().item());
        document.put("location", count.place().location());
        document.put("lot", count.lot());
        document.put("quantity", count.quantity().toString());
        document.put("unit", count.unit());
        document.put("counted_at", count.countedAt().orElse(ticket.at()).toString());
        return List.of(document);
    }

    @Override
    public Answer answer(
            JdbcClient jdbc,
            TenantId tenant,
            StockCount count,
            Ticket ticket,
            Any after,
            String receipt) {
        var place = count.place();
        var level = inventory.level(jdbc, tenant, place.item(), Optional.of(place.location()));
        return Answer.created(
                "/v1/receipts/" + receipt,
                new Counted(
                        ticket.number(),
                        place.item(),
                        place.location(),
                        count.lot(),
                        count.quantity(),
                        count.unit(),
                        count.countedAt().orElse(ticket.at()),
                        level.onHand(),
                        receipt));
    }
}
