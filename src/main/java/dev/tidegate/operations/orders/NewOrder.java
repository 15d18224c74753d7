package dev.tidegate.operations.orders;

import dev.tidegate.contract.Money;
import dev.tidegate.operations.command.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is asked for.
 *
 * @param number the buyer's; made up where none is told
 * @param kind {@code sales} where none is told
 * @param partner customer or supplier
 * @param currency ISO 4217; that of the prices where none is told
 * @param orderedAt now where none is told
 */
record NewOrder(
        @Nullable String number,
        @Nullable String kind,
        @Nullable Partner partner,
        @Nullable String currency,
        @Nullable Instant orderedAt,
        @Nullable LocalDate requestedOn,
        @Nullable List<@Nullable Line> lines) {
    static final int LINES_MAX = 10_000;

    /** Whichever is known of it. */
    record Partner(
            @Nullable String gln,
            @Nullable String duns,
            @Nullable String code,
            @Nullable String name) {}

    /**
     * @param line its number; its place in the list where none is told
     * @param unit UN/ECE Recommendation 20; EA where none is told
     */
    record Line(
            @Nullable String line,
            @Nullable String item,
            @Nullable String gtin,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Money unitPrice,
            @Nullable String location,
            @Nullable LocalDate requestedOn) {}

    /** As one is written into a query: the kind, or sales. */
    OrderId.Kind kindOr(Checks checks) {
        var asked = kind == null ? OrderId.Kind.SALES.label() : kind;
        return OrderId.Kind.of(asked)
                .orElseGet(
                        () -> {
                            checks.wrong("/kind", "must be sales or purchase");
                            return OrderId.Kind.SALES;
                        });
    }

    /** Everything that is wrong with it. */
    void check(Checks checks, Instant now) {
        checks.text("/number", number, "");
        checks.past("/ordered_at", orderedAt, now);
        checkCurrency(checks, "/currency", currency);
        if (partner != null) {
            checks.text("/partner/gln", partner.gln(), "");
            checks.text("/partner/duns", partner.duns(), "");
            checks.text("/partner/code", partner.code(), "");
            checks.text("/partner/name", partner.name(), "");
        }
        var all = lines == null ? List.<@Nullable Line>of() : lines;
        if (all.isEmpty()) {
            checks.wrong("/lines", "must hold at least one line");
        } else if (all.size() > LINES_MAX) {
            checks.wrong("/lines", "must not hold more than " + LINES_MAX + " lines");
            return;
        }
        var numbers = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            check(checks, "/lines/" + i, all.get(i), numbers);
        }
    }

    private void check(Checks checks, String at, @Nullable Line line, HashSet<String> numbers) {
        if (line == null) {
            checks.wrong(at, "is required");
            return;
        }
        checks.text(at + "/item", line.item());
        checks.positive(at + "/quantity", line.quantity());
        checks.text(at + "/unit", line.unit(), "");
        checks.text(at + "/location", line.location(), "");
        checks.text(at + "/gtin", line.gtin(), "");
        checks.text(at + "/description", line.description(), "");
        var number = checks.text(at + "/line", line.line(), "");
        if (!number.isEmpty() && !numbers.add(number)) {
            checks.wrong(at + "/line", "is another line's number, too");
        }
        if (line.unitPrice() != null) {
            check(checks, at + "/unit_price", line.unitPrice());
        }
    }

    private void check(Checks checks, String at, Money price) {
        if (price.amount() == null || price.amount().signum() < 0) {
            checks.wrong(at + "/amount", "must be a decimal, not negative");
        }
        checkCurrency(checks, at + "/currency", price.currency());
        if (!currencyOfAll().equals(price.currency())) {
            checks.wrong(at + "/currency", "must be that of the order, " + currencyOfAll());
        }
    }

    private static void checkCurrency(Checks checks, String at, @Nullable String currency) {
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            checks.wrong(at, "must be a code of ISO 4217, such as EUR");
        }
    }

    /** The order's, else that of the first price; empty where no price is told. */
    private String currencyOfAll() {
        if (currency != null) {
            return currency;
        }
        if (lines == null) {
            return "";
        }
        return lines.stream()
                .filter(line -> line != null && line.unitPrice() != null)
                .map(line -> String.valueOf(line.unitPrice().currency()))
                .findFirst()
                .orElse("");
    }

    /** As a document for the log; checked before. */
    Map<String, Object> document(OrderId id, Instant now) {
        var order = new LinkedHashMap<String, Object>();
        order.put("type", "order");
        order.put("version", 1);
        order.put("kind", id.kind().label());
        order.put("number", id.number());
        order.put("status", OrderRow.OPEN);
        if (partner != null) {
            order.put("partner", partner(partner));
        }
        put(order, "currency", currencyOfAll());
        order.put("ordered_at", (orderedAt == null ? now : orderedAt).toString());
        put(order, "requested_on", requestedOn == null ? "" : requestedOn.toString());
        var told = new ArrayList<Map<String, Object>>();
        for (Line line : lines == null ? List.<@Nullable Line>of() : lines) {
            if (line != null) {
                told.add(document(line, told.size() + 1));
            }
        }
        order.put("lines", told);
        return order;
    }

    private static Map<String, Object> partner(Partner partner) {
        var party = new LinkedHashMap<String, Object>();
        put(party, "gln", partner.gln());
        put(party, "duns", partner.duns());
        put(party, "code", partner.code());
        put(party, "name", partner.name());
        return party;
    }

    private static Map<String, Object> document(Line line, int place) {
        var told = new LinkedHashMap<String, Object>();
        told.put("line", line.line() == null ? String.valueOf(place) : line.line());
        put(told, "item", line.item());
        put(told, "gtin", line.gtin());
        put(told, "description", line.description());
        if (line.quantity() != null) {
            told.put("quantity", line.quantity().toPlainString());
        }
        put(told, "unit", line.unit() == null ? Checks.UNIT : line.unit());
        if (line.unitPrice() != null) {
            told.put("unit_price", line.unitPrice().amount().toPlainString());
        }
        told.put("location", line.location() == null ? "" : line.location().strip());
        put(told, "requested_on", line.requestedOn() == null ? "" : line.requestedOn().toString());
        return told;
    }

    private static void put(Map<String, Object> into, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            into.put(name, value.strip());
        }
    }
}
