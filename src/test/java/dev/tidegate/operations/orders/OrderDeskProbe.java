package dev.tidegate.operations.orders;

import dev.tidegate.operations.command.Call;
import dev.tidegate.operations.command.CommandTools;
import dev.tidegate.operations.command.Commands;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.testing.Served;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The desk of orders on tools of a test's own. */
public final class OrderDeskProbe {
    private final JsonMapper json;
    private final Commands<OrderId, OrderDesk.State, OrderCommand> commands;
    private final OrdersApi api;

    public OrderDeskProbe(CommandTools tools, Served served) {
        this.json = served.bean(JsonMapper.class);
        var orders = served.bean(OrderQueries.class);
        this.commands = new Commands<>(tools, new OrderDesk(orders, json), json);
        this.api = new OrdersApi(orders, commands);
    }

    public String json(String number) {
        return """
        {"number": "%s", "lines": [{"item": "CRASH-1", "quantity": "2", "location": "MAIN"}]}"""
                .formatted(number);
    }

    public Object body(String number) {
        return json.readValue(json(number), NewOrder.class);
    }

    public void create(Caller caller, String key, Object body) {
        api.create(caller, key, (NewOrder) body);
    }

    /** That an order without a number is given. */
    public String number(Caller caller, String key, Object body) {
        var ticket = commands.ticket(Call.of(caller, key, "/v1/orders", body));
        return "SO-" + ticket.number().toUpperCase(Locale.ROOT);
    }
}
