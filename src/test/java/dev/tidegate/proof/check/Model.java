package dev.tidegate.proof.check;

import dev.tidegate.proof.check.Books.Document;
import dev.tidegate.proof.check.Books.Place;
import dev.tidegate.proof.check.Books.Standing;
import dev.tidegate.proof.outside.Act;
import dev.tidegate.proof.outside.Act.Content;
import dev.tidegate.proof.outside.Act.Count;
import dev.tidegate.proof.outside.Act.Line;
import dev.tidegate.proof.outside.Act.Milestone;
import dev.tidegate.proof.outside.Act.Movement;
import dev.tidegate.proof.outside.Act.Nonsense;
import dev.tidegate.proof.outside.Act.Order;
import dev.tidegate.proof.outside.Act.Shipment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What should stand in the books after a set of acts, each once, in no order. Written from the
 * documentation and from nothing else: slow, and short enough to be believed.
 */
final class Model {
    private final Map<Document, Order> orders = new HashMap<>();
    private final Map<Document, Shipment> shipments = new HashMap<>();
    private final Map<Place, List<Movement>> movements = new HashMap<>();
    private final Map<Place, Count> counts = new HashMap<>();
    private final Map<Due, BigDecimal> issued = new HashMap<>();
    private final Map<Due, BigDecimal> received = new HashMap<>();
    private final Map<Place, BigDecimal> underway = new HashMap<>();

    /** An item of a document. */
    private record Due(String tenant, String document, String item) {}

    /** What should be told of one place. */
    record Expected(BigDecimal moved, BigDecimal onHand, BigDecimal demand, BigDecimal transit) {}

    void add(String tenant, Act act) {
        switch (act) {
            case Order order ->
                    orders.merge(
                            new Document(tenant, order.document()),
                            order,
                            (a, b) -> a.version() > b.version() ? a : b);
            case Shipment shipment ->
                    shipments.merge(
                            new Document(tenant, shipment.number()),
                            shipment,
                            (a, b) -> a.version() > b.version() ? a : b);
            case Movement movement -> add(tenant, movement);
            case Count count ->
                    counts.merge(
                            new Place(tenant, count.item(), count.location(), count.lot()),
                            count,
                            (a, b) -> a.countedAt().isAfter(b.countedAt()) ? a : b);
            case Milestone _, Nonsense _ -> {
                // changes no balance
            }
        }
    }

    private void add(String tenant, Movement movement) {
        var place = new Place(tenant, movement.item(), movement.location(), movement.lot());
        movements.computeIfAbsent(place, p -> new ArrayList<>()).add(movement);
        var quantity = movement.quantity();
        switch (movement.kind()) {
            case "issue" -> addDue(issued, tenant, "sales/" + movement.order(), movement);
            case "receipt" -> {
                addDue(received, tenant, "purchase/" + movement.order(), movement);
                addDue(received, tenant, movement.shipment(), movement);
            }
            case "transfer_out" ->
                    underway.merge(
                            lotless(tenant, movement.item(), movement.toLocation()),
                            quantity,
                            BigDecimal::add);
            case "transfer_in" ->
                    underway.merge(
                            lotless(tenant, movement.item(), movement.location()),
                            quantity.negate(),
                            BigDecimal::add);
            default -> {
                // an adjustment fulfils nothing
            }
        }
    }

    private static void addDue(
            Map<Due, BigDecimal> sums, String tenant, String document, Movement movement) {
        sums.merge(
                new Due(tenant, document, movement.item()), movement.quantity(), BigDecimal::add);
    }

    static BigDecimal signed(Movement movement) {
        return switch (movement.kind()) {
            case "issue", "transfer_out" -> movement.quantity().negate();
            default -> movement.quantity();
        };
    }

    Map<Document, Standing> orders() {
        var all = new HashMap<Document, Standing>();
        orders.forEach((name, o) -> all.put(name, new Standing(o.version(), o.status())));
        return all;
    }

    Map<Document, Standing> shipments() {
        var all = new HashMap<Document, Standing>();
        shipments.forEach((name, s) -> all.put(name, new Standing(s.version(), s.status())));
        return all;
    }

    /** Every place that something speaks of. */
    Map<Place, Expected> stock() {
        var demand = demand();
        var transit = transit();
        var places = new java.util.HashSet<>(movements.keySet());
        places.addAll(counts.keySet());
        places.addAll(demand.keySet());
        places.addAll(transit.keySet());
        var all = new HashMap<Place, Expected>();
        for (Place place : places) {
            var moved = sum(movements.getOrDefault(place, List.of()));
            all.put(
                    place,
                    new Expected(
                            moved,
                            onHand(place, moved).max(BigDecimal.ZERO),
                            demand.getOrDefault(place, BigDecimal.ZERO),
                            transit.getOrDefault(place, BigDecimal.ZERO)));
        }
        return all;
    }

    /** As counted, and what moved after it; without a count what moved. */
    private BigDecimal onHand(Place place, BigDecimal moved) {
        var count = counts.get(place);
        if (count == null) {
            return moved;
        }
        var since =
                movements.getOrDefault(place, List.of()).stream()
                        .filter(movement -> movement.occurredAt().isAfter(count.countedAt()))
                        .toList();
        return count.quantity().add(sum(since));
    }

    private Map<Place, BigDecimal> demand() {
        var shipped = shippedOfOrders();
        var all = new HashMap<Place, BigDecimal>();
        orders.forEach(
                (name, order) -> {
                    if (order.kind().equals("sales") && order.status().equals("open")) {
                        ordered(order)
                                .forEach(
                                        (item, quantity) -> {
                                            var due = new Due(name.tenant(), name.name(), item);
                                            var open =
                                                    quantity.subtract(
                                                            zeroOr(shipped, due)
                                                                    .max(zeroOr(issued, due)));
                                            add(
                                                    all,
                                                    lotless(
                                                            name.tenant(),
                                                            item,
                                                            order.lines().getFirst().location()),
                                                    open);
                                        });
                    }
                });
        return all;
    }

    /** By outbound shipments, in their latest version. */
    private Map<Due, BigDecimal> shippedOfOrders() {
        var all = new HashMap<Due, BigDecimal>();
        shipments.forEach(
                (name, shipment) -> {
                    if (shipment.direction().equals("outbound")) {
                        for (Content content : shipment.lines()) {
                            all.merge(
                                    new Due(
                                            name.tenant(),
                                            "sales/" + content.order(),
                                            content.item()),
                                    content.quantity(),
                                    BigDecimal::add);
                        }
                    }
                });
        return all;
    }

    /** What inbound shipments still bring, and what transfers have under way. */
    private Map<Place, BigDecimal> transit() {
        var all = new HashMap<>(underway);
        shipments.forEach(
                (name, shipment) -> {
                    if (shipment.direction().equals("inbound")) {
                        var sums = new HashMap<String, BigDecimal>();
                        shipment.lines()
                                .forEach(c -> sums.merge(c.item(), c.quantity(), BigDecimal::add));
                        sums.forEach(
                                (item, quantity) ->
                                        add(
                                                all,
                                                lotless(name.tenant(), item, shipment.location()),
                                                quantity.subtract(
                                                        zeroOr(
                                                                received,
                                                                new Due(
                                                                        name.tenant(),
                                                                        shipment.number(),
                                                                        item)))));
                    }
                });
        return all;
    }

    private static void add(Map<Place, BigDecimal> sums, Place place, BigDecimal open) {
        if (open.signum() > 0) {
            sums.merge(place, open, BigDecimal::add);
        }
    }

    private static Map<String, BigDecimal> ordered(Order order) {
        var sums = new HashMap<String, BigDecimal>();
        for (Line line : order.lines()) {
            sums.merge(line.item(), line.quantity(), BigDecimal::add);
        }
        return sums;
    }

    private static BigDecimal zeroOr(Map<Due, BigDecimal> sums, Due due) {
        return sums.getOrDefault(due, BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Movement> movements) {
        return movements.stream().map(Model::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Place lotless(String tenant, String item, String location) {
        return new Place(tenant, item, location, "");
    }
}
