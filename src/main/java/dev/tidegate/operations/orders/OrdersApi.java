package dev.tidegate.operations.orders;

import dev.tidegate.operations.command.Call;
import dev.tidegate.operations.command.Checks;
import dev.tidegate.operations.command.Commands;
import dev.tidegate.operations.command.IdempotencyKey;
import dev.tidegate.operations.command.Ticket;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, sales and purchase. */
@RestController
@Tag(name = "Orders")
class OrdersApi {
    private final OrderQueries orders;
    private final Commands<OrderId, OrderDesk.State, OrderCommand> commands;

    OrdersApi(OrderQueries orders, Commands<OrderId, OrderDesk.State, OrderCommand> commands) {
        this.orders = orders;
        this.commands = commands;
    }

    @GetMapping("/v1/orders")
    @Needs(Scopes.ORDERS_READ)
    @Operation(summary = "Orders, the latest ordered first")
    Page<OrderView> list(
            Caller caller,
            @RequestParam Optional<String> number,
            @RequestParam @OneOf(of = OrderId.Kind.class) Optional<String> kind,
            @RequestParam
                    @OneOf({
                        "open",
                        "allocated",
                        "partially_allocated",
                        "backordered",
                        "acknowledged",
                        "rejected",
                        "partially_shipped",
                        "shipped",
                        "received",
                        "cancelled",
                        "closed"
                    })
                    Optional<String> status,
            @RequestParam Optional<String> partner,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var filter =
                new OrderQueries.Filter(number, kind.flatMap(OrderId.Kind::of), status, partner);
        return orders.list(caller.tenant(), filter, cursor, Page.limit(limit));
    }

    @GetMapping("/v1/orders/{id}")
    @Needs(Scopes.ORDERS_READ)
    @Operation(summary = "An order, how far it has come, and the documents that speak of it")
    OrderView find(Caller caller, @PathVariable String id) {
        return OrderId.parse(id)
                .flatMap(order -> orders.find(caller.tenant(), order))
                .orElseThrow(() -> OrderDesk.notFound().asException());
    }

    @PostMapping("/v1/orders")
    @Needs(Scopes.ORDERS_WRITE)
    @Operation(summary = "Make an order")
    ResponseEntity<String> create(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody NewOrder body) {
        var call = Call.of(caller, key, "/v1/orders", body);
        var ticket = commands.ticket(call);
        var checks = new Checks();
        var kind = body.kindOr(checks);
        body.check(checks, ticket.at());
        checks.refuseIfWrong();
        var number =
                body.number() == null || body.number().isBlank()
                        ? madeUp(kind, ticket)
                        : body.number().strip();
        var id = new OrderId(kind, number);
        return commands.run(call, ticket, id, new OrderCommand.Create(id, body));
    }

    private static String madeUp(OrderId.Kind kind, Ticket ticket) {
        return switch (kind) {
                    case SALES -> "SO-";
                    case PURCHASE -> "PO-";
                }
                + ticket.number().toUpperCase(Locale.ROOT);
    }

    @PostMapping("/v1/orders/{id}/cancel")
    @Needs(Scopes.ORDERS_WRITE)
    @Operation(summary = "Want nothing more of an order; what was shipped stays shipped")
    ResponseEntity<String> cancel(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable String id) {
        var order = OrderId.parse(id).orElseThrow(() -> OrderDesk.notFound().asException());
        var call = Call.of(caller, key, "/v1/orders/" + order + "/cancel", Map.of());
        return commands.run(call, order, new OrderCommand.Cancel(order));
    }
}
