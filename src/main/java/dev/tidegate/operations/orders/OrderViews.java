package dev.tidegate.operations.orders;

import dev.tidegate.contract.Money;
import dev.tidegate.platform.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of orders as callers see them. */
final class OrderViews {
    private final JsonMapper json;

    OrderViews(JsonMapper json) {
        this.json = json;
    }

    /** A line as told, and its place among them. */
    private record Told(int at, JsonNode line) {
        String text(String field) {
            return line.path(field).asString("");
        }

        @Nullable String optional(String field) {
            var value = text(field);
            return value.isEmpty() ? null : value;
        }

        Quantity quantity() {
            return Quantity.of(text("quantity"));
        }
    }

    /**
     * @param answered the status of its latest response; empty where there is none
     */
    OrderView of(OrderRow order, Progress progress, String answered) {
        var lines = lines(order, progress);
        return new OrderView(
                order.id(),
                order.id().number(),
                order.id().kind(),
                progress.status(answered),
                new OrderView.Partner(order.partner(), order.partnerName()),
                order.currency(),
                total(lines).orElse(null),
                order.orderedAt(),
                order.requestedOn(),
                order.version(),
                order.source(),
                order.appliedAt(),
                lines,
                null,
                null);
    }

    private List<OrderView.Line> lines(OrderRow order, Progress progress) {
        var told = new ArrayList<Told>();
        for (JsonNode line : json.readTree(order.lines())) {
            told.add(new Told(told.size(), line));
        }
        var filling = new ArrayList<>(told);
        filling.sort(Comparator.comparing((Told line) -> line.text("location")));
        var lines = new OrderView.Line[told.size()];
        for (Told line : filling) {
            var progressed =
                    progress.take(
                            line.text("item"), line.text("location"), line.quantity().millionths());
            lines[line.at()] = line(order, line, progressed);
        }
        return List.of(lines);
    }

    private static OrderView.Line line(OrderRow order, Told line, Progress.OfLine progress) {
        var requested = line.optional("requested_on");
        var price = line.optional("unit_price");
        return new OrderView.Line(
                line.text("line"),
                line.text("item"),
                line.optional("gtin"),
                line.optional("description"),
                line.text("location"),
                line.text("unit"),
                price == null ? null : new Money(new BigDecimal(price), order.currency()),
                requested == null ? null : LocalDate.parse(requested),
                line.quantity(),
                new Quantity(progress.shipped()),
                new Quantity(progress.allocated()),
                new Quantity(progress.backordered()));
    }

    /** Empty where a line has no price, or there is no line. */
    private static Optional<Money> total(List<OrderView.Line> lines) {
        Money total = null;
        for (OrderView.Line line : lines) {
            if (line.unitPrice() == null) {
                return Optional.empty();
            }
            var price = line.unitPrice().times(line.ordered().toDecimal());
            total = total == null ? price : total.plus(price);
        }
        return Optional.ofNullable(total).map(OrderViews::plain);
    }

    /** At least two decimals, and no more zeros than that. */
    private static Money plain(Money money) {
        var amount = money.amount().stripTrailingZeros();
        return new Money(amount.scale() < 2 ? amount.setScale(2) : amount, money.currency());
    }
}
