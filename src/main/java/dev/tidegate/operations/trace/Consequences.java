package dev.tidegate.operations.trace;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.fact.FactType;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.orders.DocumentType;
import dev.tidegate.operations.orders.OrderId;
import dev.tidegate.operations.trace.Trace.FactOf;
import dev.tidegate.operations.trace.Trace.Touched;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** What an event changes and which facts tell of it, by its own contents. Pure. */
final class Consequences {
    private Consequences() {}

    static List<Touched> touched(CanonicalEvent event, JournalEntry entry) {
        if (Fate.of(entry.fate()) != Fate.APPLIED) {
            return List.of();
        }
        var body = event.body();
        return switch (event.type()) {
            case ORDER -> List.of(order(Body.text(body, "kind"), Body.text(body, "number")));
            case ORDER_RESPONSE, INVOICE, DOCUMENT ->
                    order(body)
                            .map(order -> List.of(document(event), order))
                            .orElseGet(() -> List.of(document(event)));
            case ACKNOWLEDGEMENT -> List.of(document(event));
            case SHIPMENT -> shipment(body);
            case SHIPMENT_MILESTONE -> List.of(shipmentNamed(Body.text(body, "shipment")));
            case STOCK_MOVEMENT -> movement(body);
            case STOCK_COUNT -> List.of(stock(body, "location"));
            case VISIBILITY_EVENT -> List.of(visibility(Body.text(body, "event_id")));
            case DEAD_LETTER -> List.of();
        };
    }

    private static List<Touched> shipment(GenericRecord body) {
        var touched = new ArrayList<Touched>();
        touched.add(shipmentNamed(Body.text(body, "number")));
        var kind = Body.text(body, "direction").equals("inbound") ? "purchase" : "sales";
        Body.lines(body).stream()
                .map(line -> Body.text(line, "order_number"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .forEach(number -> touched.add(order(kind, number)));
        return touched;
    }

    private static List<Touched> movement(GenericRecord body) {
        var touched = new ArrayList<Touched>();
        touched.add(stock(body, "location"));
        if (!Body.text(body, "to_location").isEmpty()) {
            touched.add(stock(body, "to_location"));
        }
        order(body).ifPresent(touched::add);
        return touched;
    }

    private static Optional<Touched> order(GenericRecord body) {
        var number = Body.text(body, "order_number");
        var kind = Body.text(body, "order_kind");
        return number.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(order(kind, number));
    }

    private static Touched order(String kind, String number) {
        return new Touched(
                "order",
                number,
                OrderId.Kind.of(kind)
                        .map(k -> "/v1/orders/" + new OrderId(k, number))
                        .orElse("/v1/orders?number=" + encoded(number)));
    }

    private static Touched document(CanonicalEvent event) {
        var type = DocumentType.label(event);
        var number = Body.text(event.body(), "number");
        return new Touched(
                type, number, "/v1/documents?type=" + type + "&number=" + encoded(number));
    }

    private static Touched shipmentNamed(String number) {
        return new Touched("shipment", number, "/v1/shipments?number=" + encoded(number));
    }

    private static Touched visibility(String eventId) {
        return new Touched(
                "visibility_event", eventId, "/epcis/v2/events?EQ_eventID=" + encoded(eventId));
    }

    private static Touched stock(GenericRecord body, String location) {
        var item = Body.text(body, "item");
        var place = Body.text(body, location);
        return new Touched(
                "stock",
                item + "/" + place,
                "/v1/inventory?item=" + encoded(item) + "&location=" + encoded(place));
    }

    /**
     * As the handlers name them; a later version in the same batch may have spoken for this one.
     */
    static List<FactOf> facts(CanonicalEvent event, JournalEntry entry) {
        var id = entry.event().toString();
        var fate = Fate.of(entry.fate());
        if (fate == Fate.DEAD || fate == Fate.PARKED) {
            return List.of(
                    fact(
                            id + "/" + entry.attempt() + "/entry.dead_lettered",
                            FactType.ENTRY_DEAD_LETTERED,
                            id));
        }
        if (fate != Fate.APPLIED) {
            return List.of();
        }
        var body = event.body();
        return switch (event.type()) {
            case ORDER ->
                    List.of(
                            fact(
                                    id + "/order.changed",
                                    FactType.ORDER_CHANGED,
                                    Body.text(body, "kind") + "/" + Body.text(body, "number")));
            case ORDER_RESPONSE, INVOICE, ACKNOWLEDGEMENT, DOCUMENT ->
                    List.of(
                            fact(
                                    id + "/document.recorded",
                                    FactType.DOCUMENT_RECORDED,
                                    DocumentType.label(event) + "/" + Body.text(body, "number")));
            case SHIPMENT ->
                    List.of(
                            fact(
                                    id + "/shipment.changed",
                                    FactType.SHIPMENT_CHANGED,
                                    Body.text(body, "number")));
            case SHIPMENT_MILESTONE ->
                    List.of(
                            fact(
                                    id + "/shipment.milestone",
                                    FactType.SHIPMENT_MILESTONE,
                                    Body.text(body, "shipment")));
            case STOCK_MOVEMENT, STOCK_COUNT -> List.of(balance(body));
            case VISIBILITY_EVENT ->
                    List.of(
                            fact(
                                    id + "/visibility.recorded",
                                    FactType.VISIBILITY_RECORDED,
                                    Body.text(body, "event_id")));
            case DEAD_LETTER -> List.of();
        };
    }

    private static FactOf fact(String id, FactType type, String subject) {
        return new FactOf(id, type.ceType(), subject);
    }

    private static FactOf balance(GenericRecord body) {
        var place = Body.text(body, "item") + "/" + Body.text(body, "location");
        var lot = Body.text(body, "lot");
        return new FactOf(
                null, FactType.STOCK_CHANGED.ceType(), lot.isEmpty() ? place : place + "/" + lot);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
