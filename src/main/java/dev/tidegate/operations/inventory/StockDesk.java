package dev.tidegate.operations.inventory;

import dev.tidegate.operations.command.Answer;
import dev.tidegate.operations.command.Decision;
import dev.tidegate.operations.command.Desk;
import dev.tidegate.operations.command.Ticket;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides adjustments and transfers: on hand never goes below zero by anyone's decision. */
final class StockDesk implements Desk<Place, StockState, StockCommand> {
    private static final String LOTS =
            """
            select lot, moved + variance as balance, counted_at from operations.stock
            where tenant = ? and item = ? and location = ?
            """;

    @Override
    public StockState load(JdbcClient jdbc, TenantId tenant, Place place) {
        var lots = new HashMap<String, StockState.Lot>();
        jdbc.sql(LOTS)
                .params(tenant.value(), place.item(), place.location())
                .query(
                        row -> {
                            lots.put(row.getString("lot"), lot(row));
                        });
        return new StockState(lots);
    }

    private static StockState.Lot lot(ResultSet row) throws SQLException {
        return new StockState.Lot(
                new Quantity(row.getLong("balance")), row.getTimestamp("counted_at").toInstant());
    }

    @Override
    public String act(StockCommand command) {
        return switch (command) {
            case StockCommand.Adjust _ -> "stock.adjust";
            case StockCommand.Transfer _ -> "stock.transfer";
        };
    }

    @Override
    public Decision<StockState> decide(StockState state, StockCommand command, Ticket ticket) {
        return state.decide(command, ticket);
    }

    @Override
    public Optional<List<Map<String, Object>>> foreseen(StockCommand command, Ticket ticket) {
        return Optional.of(
                command.documents(ticket.number(), command.occurredAt().orElse(ticket.at())));
    }

    @Override
    public Answer answer(
            JdbcClient jdbc,
            TenantId tenant,
            StockCommand command,
            Ticket ticket,
            StockState after,
            String receipt) {
        var balance = after.lot(command.lot()).balance();
        var onHand = balance.isNegative() ? Quantity.ZERO : balance;
        Instant at = command.occurredAt().orElse(ticket.at());
        return Answer.created(
                "/v1/receipts/" + receipt,
                switch (command) {
                    case StockCommand.Adjust adjust ->
                            Movement.of(adjust, ticket.number(), at, onHand, receipt);
                    case StockCommand.Transfer transfer ->
                            Movement.of(transfer, ticket.number(), at, onHand, receipt);
                });
    }
}
