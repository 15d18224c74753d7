package dev.tidegate.operations.orders;

import dev.tidegate.operations.orders.ChangeView.Effect;
import dev.tidegate.platform.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order's lines with changes laid over them, one after the other. A line is met by its number
 * and item, else by its item where just one line has it, else by its number: then its item is
 * replaced. A quantity is the new quantity, unless the action is increase or decrease. Pure: the
 * same whole and the same changes give the same lines, whenever each came.
 */
final class Amendment {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a change may tell of a line, and the order's name for it. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "item", "item",
                    "gtin", "gtin",
                    "description", "description",
                    "quantity", "quantity",
                    "unit", "unit",
                    "location", "location",
                    "due_on", "requested_on");

    private static final String PRICE = "unit_price";

    private final List<ObjectNode> lines = new ArrayList<>();
    private final String currency;

    /** Where all lines of the whole go to; empty where they don't agree. */
    private final String location;

    private final List<ChangeView> effects = new ArrayList<>();

    /**
     * @param told the whole's lines, JSON
     * @param currency of the order
     */
    private Amendment(String told, String currency) {
        this.currency = currency;
        for (JsonNode line : JSON.readTree(told)) {
            lines.add((ObjectNode) line.deepCopy());
        }
        var locations =
                lines.stream()
                        .map(line -> line.path("location").asString(""))
                        .collect(Collectors.toSet());
        this.location = locations.size() == 1 ? locations.iterator().next() : "";
    }

    /**
     * @param changes those later than the whole, in any order
     */
    static Amendment of(String told, String currency, List<OrderChange> changes) {
        var amendment = new Amendment(told, currency);
        changes.stream().sorted().forEach(amendment::lay);
        return amendment;
    }

    /** JSON, as an order's lines are told. */
    String lines() {
        ArrayNode all = JSON.createArrayNode();
        lines.forEach(all::add);
        return JSON.writeValueAsString(all);
    }

    /** What each change did, in their order. */
    List<ChangeView> effects() {
        return List.copyOf(effects);
    }

    /** By item and location, in millionths. */
    Map<String, Wanted> wanted() {
        var wanted = new TreeMap<String, Wanted>();
        for (ObjectNode line : lines) {
            long quantity = Quantity.of(line.path("quantity").asString("0")).millionths();
            if (quantity > 0) {
                wanted.merge(
                        line.path("item").asString(""),
                        Wanted.at(line.path("location").asString(""), quantity),
                        Wanted::plus);
            }
        }
        return wanted;
    }

    private void lay(OrderChange change) {
        var done = new ArrayList<ChangeView.Line>();
        for (JsonNode line : change.lines()) {
            var action = line.path("action").asString("");
            var effect =
                    switch (action) {
                        case "add" -> add(line, change);
                        case "change" ->
                                met(line)
                                        .map(l -> set(l, line, change))
                                        .orElse(Effect.NO_SUCH_LINE);
                        case "increase" ->
                                met(line).map(l -> shift(l, line, 1)).orElse(Effect.NO_SUCH_LINE);
                        case "decrease" ->
                                met(line).map(l -> shift(l, line, -1)).orElse(Effect.NO_SUCH_LINE);
                        case "delete" -> met(line).map(this::drop).orElse(Effect.NO_SUCH_LINE);
                        case "none" -> Effect.NONE;
                        default -> Effect.UNKNOWN_ACTION;
                    };
            done.add(new ChangeView.Line(line.path("line").asString(""), action, effect));
        }
        effects.add(
                new ChangeView(change.number(), change.source(), change.stamp().version(), done));
    }

    /** A line that is there already is told again: it is set, and not added twice. */
    private Effect add(JsonNode line, OrderChange change) {
        var there = numbered(line).filter(one -> isOfItem(one, line));
        if (there.isPresent()) {
            return set(there.get(), line, change);
        }
        if (!line.hasNonNull("item") || !line.hasNonNull("quantity")) {
            return Effect.INCOMPLETE;
        }
        var added = JSON.createObjectNode();
        added.put("line", line.path("line").asString(""));
        added.put("unit", "EA");
        added.put("location", location);
        lines.add(added);
        return set(added, line, change);
    }

    /** What goes below nothing is nothing. */
    private Effect shift(ObjectNode line, JsonNode change, int sign) {
        if (!change.hasNonNull("quantity")) {
            return Effect.INCOMPLETE;
        }
        var had = Quantity.of(line.path("quantity").asString("0"));
        var by = Quantity.of(change.path("quantity").asString("0"));
        var left = sign < 0 ? had.minus(by) : had.plus(by);
        line.put("quantity", (left.isNegative() ? Quantity.ZERO : left).toString());
        return Effect.APPLIED;
    }

    private Effect drop(ObjectNode line) {
        lines.removeIf(one -> one == line);
        return Effect.APPLIED;
    }

    private Effect set(ObjectNode line, JsonNode change, OrderChange of) {
        FIELDS.forEach(
                (told, field) -> {
                    if (change.hasNonNull(told)) {
                        line.set(field, change.get(told));
                    }
                });
        if (!change.hasNonNull(PRICE)) {
            return Effect.APPLIED;
        }
        if (!of.currency().isEmpty() && !of.currency().equals(currency)) {
            return Effect.APPLIED_WITHOUT_PRICE;
        }
        line.set(PRICE, change.get(PRICE));
        return Effect.APPLIED;
    }

    private Optional<ObjectNode> met(JsonNode line) {
        return numbered(line)
                .filter(one -> isOfItem(one, line))
                .or(() -> only(line.path("item").asString("")))
                .or(() -> numbered(line));
    }

    /** Or the change tells no item. */
    private static boolean isOfItem(ObjectNode line, JsonNode change) {
        var item = change.path("item").asString("");
        return item.isEmpty() || item.equals(line.path("item").asString(""));
    }

    private Optional<ObjectNode> numbered(JsonNode line) {
        var number = plain(line.path("line").asString(""));
        return lines.stream()
                .filter(one -> plain(one.path("line").asString("")).equals(number))
                .findFirst();
    }

    private Optional<ObjectNode> only(String item) {
        var all = lines.stream().filter(l -> l.path("item").asString("").equals(item)).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** {@code 000010} and {@code 10} are one line. */
    private static String plain(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
