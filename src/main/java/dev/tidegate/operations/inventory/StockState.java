package dev.tidegate.operations.inventory;

import dev.tidegate.operations.command.Decision;
import dev.tidegate.operations.command.Ticket;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.web.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a place holds, by lot: enough to decide commands, one after the other. */
record StockState(Map<String, Lot> lots) {
    private static final Lot EMPTY = new Lot(Quantity.ZERO, Instant.MIN);

    /**
     * @param balance what the books say; below zero when more was told to have left
     * @param countedAt of the latest count: what moved before it is in it already
     */
    record Lot(Quantity balance, Instant countedAt) {
        Lot moved(Quantity change, Instant at) {
            return at.isAfter(countedAt) ? new Lot(balance.plus(change), countedAt) : this;
        }
    }

    Lot lot(String name) {
        return lots.getOrDefault(name, EMPTY);
    }

    /** Pure: a command may not take more than is there. */
    Decision<StockState> decide(StockCommand command, Ticket ticket) {
        var at = command.occurredAt().orElse(ticket.at());
        var before = lot(command.lot());
        var after = before.moved(command.change(), at);
        if (command.change().isNegative() && after.balance().isNegative()) {
            return new Decision.Refuse<>(wouldGoNegative(command, before));
        }
        var lotsAfter = new HashMap<>(lots);
        lotsAfter.put(command.lot(), after);
        return new Decision.Send<>(
                command.documents(ticket.number(), at), new StockState(Map.copyOf(lotsAfter)));
    }

    private static Problem wouldGoNegative(StockCommand command, Lot before) {
        var onHand = before.balance().isNegative() ? Quantity.ZERO : before.balance();
        return Problem.of(
                        409,
                        "would_go_negative",
                        "There is not that much on hand",
                        "On hand of %s at %s is %s; taking %s would leave less than nothing."
                                .formatted(
                                        command.place().item(),
                                        command.place().location(),
                                        onHand,
                                        command.change().negated()),
                        "Take no more than is on hand, or count the place and send the count.")
                .withClass("policy_rejection")
                .at("/quantity", "more than the " + onHand + " on hand")
                .with("on_hand", onHand);
    }
}
