package dev.tidegate.operations;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Canonical events of one tenant, each at an address of its own, as processing would make them. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SourceId SOURCE = new SourceId("json");

    /** An address belongs to one message, whosever it is. */
    private static final AtomicLong NEXT = new AtomicLong();

    private final TenantId tenant;

    public Events(TenantId tenant) {
        this.tenant = tenant;
    }

    /** One line of an order or a shipment. */
    public record Line(String item, String location, String quantity, String orderNumber) {
        public static Line of(String item, String location, String quantity) {
            return new Line(item, location, quantity, "");
        }

        public static Line serving(String orderNumber, String item, String quantity) {
            return new Line(item, "", quantity, orderNumber);
        }
    }

    public CanonicalEvent order(String number, long version, String status, Line... lines) {
        return order("sales", number, version, status, lines);
    }

    public CanonicalEvent order(
            String kind, String number, long version, String status, Line... lines) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.ORDER));
        put(body, "kind", kind);
        put(body, "number", number);
        put(body, "status", status);
        body.put("ordered_at", Micros.of(NOON.plusSeconds(version)));
        var told = new ArrayList<GenericRecord>();
        for (Line line : lines) {
            var one = line(body, told.size() + 1, line);
            one.put("location", line.location());
            told.add(one);
        }
        body.put("lines", told);
        return event(EventType.ORDER, number, number + "/" + version, version, body);
    }

    public CanonicalEvent shipment(
            String direction,
            String number,
            long version,
            String status,
            String to,
            Line... lines) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.SHIPMENT));
        put(body, "number", number);
        put(body, "direction", direction);
        put(body, "status", status);
        body.put("from_location", "");
        body.put("to_location", to);
        body.put("shipped_at", Micros.of(NOON));
        var told = new ArrayList<GenericRecord>();
        for (Line line : lines) {
            var one = line(body, told.size() + 1, line);
            one.put("lot", "");
            one.put("order_number", line.orderNumber().isEmpty() ? null : line.orderNumber());
            told.add(one);
        }
        body.put("lines", told);
        return event(EventType.SHIPMENT, number, number + "/" + version, version, body);
    }

    public CanonicalEvent milestone(String shipment, String code, Instant at, String note) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.SHIPMENT_MILESTONE));
        body.put("shipment", shipment);
        put(body, "code", code);
        body.put("occurred_at", Micros.of(at));
        body.put("note", note);
        return event(EventType.SHIPMENT_MILESTONE, shipment, shipment + code + at + note, 0, body);
    }

    /**
     * @param more of {@code to_location}, {@code lot}, {@code order_number}, {@code shipment}
     */
    public CanonicalEvent movement(
            String number,
            String kind,
            String item,
            String location,
            String quantity,
            Instant at,
            Map<String, String> more) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.STOCK_MOVEMENT));
        body.put("number", number);
        put(body, "kind", kind);
        body.put("item", item);
        body.put("location", location);
        body.put("to_location", "");
        body.put("lot", "");
        body.put("quantity", decimal(quantity));
        body.put("unit", "EA");
        body.put("occurred_at", Micros.of(at));
        more.forEach(body::put);
        return event(EventType.STOCK_MOVEMENT, number, number, 0, body);
    }

    public CanonicalEvent receipt(String number, String item, String location, String quantity) {
        return movement(number, "receipt", item, location, quantity, NOON, Map.of());
    }

    public CanonicalEvent count(
            String number, String item, String location, String quantity, Instant at) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.STOCK_COUNT));
        body.put("number", number);
        body.put("item", item);
        body.put("location", location);
        body.put("lot", "");
        body.put("quantity", decimal(quantity));
        body.put("unit", "EA");
        body.put("counted_at", Micros.of(at));
        return event(EventType.STOCK_COUNT, item + "@" + location, number, 0, body);
    }

    public CanonicalEvent invoice(String number, String order, long version) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.INVOICE));
        body.put("number", number);
        body.put("order_number", order);
        body.put("order_kind", "sales");
        body.put("invoiced_on", 20_000);
        body.put("lines", List.of());
        return event(EventType.INVOICE, number, number + "/" + version, version, body);
    }

    /** One line of an order changed. */
    public CanonicalEvent change(
            String order, String number, long version, String action, int line, Line told) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.DOCUMENT));
        put(body, "kind", "order_change");
        body.put("number", order + "/" + number);
        body.put("order_kind", "sales");
        body.put("order_number", order);
        body.put("issued_at", Micros.of(NOON.plusSeconds(version)));
        body.put("references", List.of());
        var one = line(body, line, told);
        one.put("action", action);
        if (!told.location().isEmpty()) {
            one.put("location", told.location());
        }
        body.put("lines", List.of(one));
        return event(
                EventType.DOCUMENT, order, order + "/" + number + "/" + version, version, body);
    }

    /** An EPCIS event, or where {@code declaredAt} is told the declaration that it is wrong. */
    public CanonicalEvent visibility(String id, String epc, Optional<Instant> declaredAt) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.VISIBILITY_EVENT));
        body.put("event_id", id);
        put(body, "event_type", "ObjectEvent");
        body.put("event_time", Micros.of(NOON));
        body.put("event_time_zone_offset", "+01:00");
        var epcs = body.getSchema().getField("epcs").schema().getElementType();
        var thing = new GenericData.Record(epcs);
        put(thing, "role", "of");
        thing.put("id", epc);
        body.put("epcs", List.of(thing));
        for (String list : List.of("quantities", "transactions", "sources", "destinations")) {
            body.put(list, List.of());
        }
        declaredAt.ifPresent(at -> body.put("error", declaration(body, at)));
        body.put("event", "{\"type\":\"ObjectEvent\"}");
        // two sources may tell one id differently: a key of its own for each telling
        return event(EventType.VISIBILITY_EVENT, id, id + epc + declaredAt, 0, body);
    }

    private static GenericRecord declaration(GenericRecord body, Instant at) {
        var schema = body.getSchema().getField("error").schema().getTypes().get(1);
        var declared = new GenericData.Record(schema);
        declared.put("declared_at", Micros.of(at));
        declared.put("corrective_event_ids", List.of());
        return declared;
    }

    public CanonicalEvent dead(String key, String code) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.DEAD_LETTER));
        body.put("class", "data_quality");
        body.put("code", code);
        body.put("place", "/lines/0/quantity");
        body.put("reason", "no number");
        body.put("next_step", "send it again");
        return event(EventType.DEAD_LETTER, key, key, 0, body);
    }

    /** The same bytes, processed once more. */
    public static CanonicalEvent again(CanonicalEvent at, int attempt, CanonicalEvent as) {
        return at(at.id(), attempt, as);
    }

    /** The same document, sent again. */
    public CanonicalEvent resent(CanonicalEvent event) {
        return at(address(), 0, event);
    }

    private static CanonicalEvent at(EventId id, int attempt, CanonicalEvent e) {
        return new CanonicalEvent(
                e.tenant(),
                e.source(),
                id,
                e.entries(),
                attempt,
                e.ref(),
                e.type(),
                e.key(),
                e.orderingKey(),
                e.dedupe(),
                e.content(),
                e.version(),
                e.mapping(),
                e.acceptedAt(),
                e.body());
    }

    private CanonicalEvent event(
            EventType type, String key, String dedupe, long version, GenericRecord body) {
        return new CanonicalEvent(
                tenant,
                SOURCE,
                address(),
                1,
                0,
                "/",
                type,
                key,
                key,
                hash(type + dedupe),
                hash(body.toString()),
                version,
                "json@1",
                NOON,
                body);
    }

    private EventId address() {
        return new EventId(new RawAddress(Lane.EXPRESS, 0, NEXT.getAndIncrement()), 0);
    }

    private static GenericRecord line(GenericRecord body, int number, Line line) {
        var schema = body.getSchema().getField("lines").schema().getElementType();
        var one = new GenericData.Record(schema);
        one.put("line", String.valueOf(number));
        one.put("item", line.item());
        one.put("quantity", decimal(line.quantity()));
        one.put("unit", "EA");
        return one;
    }

    private static void put(GenericRecord body, String field, String symbol) {
        Schema schema = body.getSchema().getField(field).schema();
        body.put(
                field,
                schema.getType() == Schema.Type.ENUM
                        ? new GenericData.EnumSymbol(schema, symbol)
                        : symbol);
    }

    private static ByteBuffer decimal(String quantity) {
        return ByteBuffer.wrap(Quantity.of(quantity).toDecimal().unscaledValue().toByteArray());
    }

    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
