package dev.tidegate.operations.orders;

import dev.tidegate.operations.command.Answer;
import dev.tidegate.operations.command.Decision;
import dev.tidegate.operations.command.Desk;
import dev.tidegate.operations.command.Ticket;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Decides who may make an order, and who may cancel it. */
final class OrderDesk implements Desk<OrderId, OrderDesk.State, OrderCommand> {
    private final OrderQueries orders;
    private final JsonMapper json;

    OrderDesk(OrderQueries orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /**
     * The order as it stands.
     *
     * @param due what is still wanted of it, in millionths
     */
    record State(Optional<OrderRow> order, long due) {}

    @Override
    public State load(JdbcClient jdbc, TenantId tenant, OrderId id) {
        var due =
                ItemRow.of(jdbc, tenant.value(), List.of(id)).getOrDefault(id, List.of()).stream()
                        .flatMap(item -> item.shares().stream())
                        .mapToLong(ItemRow.Share::due)
                        .sum();
        return new State(OrderQueries.row(jdbc, tenant, id), due);
    }

    @Override
    public String act(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Create _ -> "order.create";
            case OrderCommand.Cancel _ -> "order.cancel";
        };
    }

    @Override
    public Decision<State> decide(State state, OrderCommand command, Ticket ticket) {
        return switch (command) {
            case OrderCommand.Create create when state.order().isPresent() ->
                    new Decision.Refuse<>(exists(create.order()));
            case OrderCommand.Create create ->
                    new Decision.Send<>(
                            List.of(create.draft().document(create.order(), ticket.at())), state);
            case OrderCommand.Cancel cancel ->
                    state.order()
                            .map(order -> cancel(order, state))
                            .orElseGet(() -> new Decision.Refuse<>(notFound()));
        };
    }

    private Decision<State> cancel(OrderRow order, State state) {
        return switch (order.status()) {
            case "cancelled" -> new Decision.Settled<>();
            case "closed" -> new Decision.Refuse<>(over(order, "closed"));
            default ->
                    state.due() == 0
                            ? new Decision.Refuse<>(over(order, "shipped in full"))
                            : new Decision.Send<>(List.of(cancelled(order)), state);
        };
    }

    /** The next version of it, with nothing wanted any more. */
    private Map<String, Object> cancelled(OrderRow order) {
        var next = new LinkedHashMap<String, Object>();
        next.put("type", "order");
        next.put("version", order.version() + 1);
        next.put("kind", order.id().kind().label());
        next.put("number", order.id().number());
        next.put("status", "cancelled");
        next.put("partner", Map.of("code", order.partner(), "name", order.partnerName()));
        next.put("currency", order.currency());
        next.put("ordered_at", order.orderedAt().toString());
        if (order.requestedOn() != null) {
            next.put("requested_on", order.requestedOn().toString());
        }
        next.put("lines", json.readTree(order.lines()));
        next.values().removeIf(""::equals);
        return next;
    }

    @Override
    public Optional<List<Map<String, Object>>> foreseen(OrderCommand command, Ticket ticket) {
        return switch (command) {
            case OrderCommand.Create create ->
                    Optional.of(List.of(create.draft().document(create.order(), ticket.at())));
            case OrderCommand.Cancel _ -> Optional.empty(); // cancelled once, it is settled
        };
    }

    @Override
    public Answer answer(
            JdbcClient jdbc,
            TenantId tenant,
            OrderCommand command,
            Ticket ticket,
            State after,
            String receipt) {
        var order = orders.find(jdbc, tenant, command.order()).orElseThrow();
        return switch (command) {
            case OrderCommand.Create _ -> Answer.created("/v1/orders/" + order.id(), order);
            case OrderCommand.Cancel _ -> Answer.ok(order);
        };
    }

    private static Problem exists(OrderId id) {
        return Problem.of(
                        409,
                        "order_exists",
                        "There is such an order already",
                        "A "
                                + id.kind().label()
                                + " order with the number "
                                + id.number()
                                + " is there already.",
                        "Read it: GET /v1/orders/" + id + ".",
                        "Leave number out to have one made up.")
                .at("/number", "is taken")
                .with("id", id.toString());
    }

    private static Problem over(OrderRow order, String how) {
        return Problem.of(
                409,
                "order_not_open",
                "The order is over",
                "The order " + order.id().number() + " is " + how + ": there is nothing to cancel.",
                "Read it: GET /v1/orders/" + order.id() + ".");
    }

    static Problem notFound() {
        return Problem.of(
                404,
                "order_not_found",
                "There is no such order",
                "No order of yours has this id.",
                "List them: GET /v1/orders?number=...");
    }
}
