package dev.tidegate.console.orders;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.operations.journal.EventQueries;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.orders.OrderId;
import dev.tidegate.operations.orders.OrderQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/orders}. */
@Controller
final class OrdersHandler {
    private static final int TOLD_MAX = 50;

    private final OrderQueries orders;
    private final EventQueries events;
    private final Pages pages;

    OrdersHandler(OrderQueries orders, EventQueries events, Pages pages) {
        this.orders = orders;
        this.events = events;
        this.pages = pages;
    }

    @GetMapping("/console/orders")
    @Needs(Scopes.ORDERS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.ORDERS.path(), parameters);
        var filter =
                new OrderQueries.Filter(
                        asked.field("number"),
                        asked.field("kind").flatMap(OrderId.Kind::of),
                        asked.field("status"),
                        asked.field("partner"));
        var found = orders.list(caller.tenant(), filter, asked.cursor(), Asked.ROWS);
        return pages.page("orders/list", new OrdersPage(asked, found));
    }

    @GetMapping("/console/orders/{id}")
    @Needs(Scopes.ORDERS_READ)
    View one(Caller caller, @PathVariable String id) {
        return OrderId.parse(id)
                .flatMap(order -> orders.find(caller.tenant(), order))
                .map(order -> new OrderPage(order, told(caller.tenant(), order.number())))
                .map(page -> pages.page("orders/one", page))
                .orElseThrow(
                        () ->
                                Problem.of(
                                                404,
                                                "order_not_found",
                                                "There is no such order",
                                                "No order of yours has this id.",
                                                "Look for its number among all orders.")
                                        .asException());
    }

    private List<JournalEntry> told(TenantId tenant, String number) {
        var any = EventQueries.Filter.ANY;
        var ofOrder =
                new EventQueries.Filter(
                        Optional.of(number),
                        any.type(),
                        any.source(),
                        any.fate(),
                        any.from(),
                        any.to(),
                        any.text());
        return events.list(tenant, ofOrder, Optional.empty(), TOLD_MAX).items();
    }
}
