package dev.tidegate.operations.shipments;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.operations.effect.Body;
import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.orders.ItemChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each shipment as its latest version tells it. What the replaced version carried is taken
 * back and what the new one carries is added, so that only the latest counts.
 */
public final class Shipments {
    private static final String KEEP =
            """
            insert into operations.shipment as s (tenant, number, version, content, source, direction, status, partner,
                partner_name, carrier, tracking, from_location, to_location, shipped_at, expected_at, lines, applied_at)
            select coalesce(a.tenant, same.tenant), a.number, a.version, a.content::uuid, coalesce(a.source, same.source),
                coalesce(a.direction, same.direction), coalesce(a.status, same.status), coalesce(a.partner, same.partner),
                coalesce(a.partner_name, same.partner_name), coalesce(a.carrier, same.carrier),
                coalesce(a.tracking, same.tracking), coalesce(a.from_location, same.from_location), a.to_location,
                timestamptz 'epoch' + a.shipped_at * interval '1 microsecond',
                timestamptz 'epoch' + a.expected_at * interval '1 microsecond',
                a.lines::jsonb, timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
              as a(tenant, number, version, content, source, direction, status, partner,
                partner_name, carrier, tracking, from_location, to_location, shipped_at, expected_at, lines)
            cross join (values (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text))
              as same(tenant, source, direction, status, partner, partner_name, carrier, tracking, from_location)
            on conflict (tenant, number) do update set version = excluded.version, content = excluded.content,
                source = excluded.source, direction = excluded.direction, status = excluded.status,
                partner = excluded.partner, partner_name = excluded.partner_name, carrier = excluded.carrier,
                tracking = excluded.tracking, from_location = excluded.from_location, to_location = excluded.to_location,
                shipped_at = excluded.shipped_at, expected_at = excluded.expected_at, lines = excluded.lines,
                applied_at = excluded.applied_at
            where (s.version, s.content) < (excluded.version, excluded.content)
            returning tenant, number, old.version, old.content, old.direction, old.status, old.to_location, old.lines
            """;

    private Shipments() {}

    /**
     * A row to be kept.
     *
     * @param told null for a shipment known by its milestones only; its own document replaces it
     */
    private record Row(ShipmentKey key, Stamp stamp, @Nullable ShipmentTold told) {
        static final Stamp UNTOLD = new Stamp(-1, Stamp.NO_CONTENT);

        String text(Function<ShipmentTold, String> of) {
            return told == null ? "" : of.apply(told);
        }

        String field(String name) {
            return text(shipment -> shipment.text(name));
        }

        @Nullable Long micros(String name) {
            return told == null ? null : Body.optionalMicros(told.body(), name);
        }

        String lines() {
            return told == null ? "[]" : BodyJson.lines(told.body());
        }
    }

    /** What a version met in its row. */
    private record Met(Stamp stamp, Carried carried) {}

    /**
     * @param milestones a shipment that they name gets a row, though its document has not come
     * @param now microseconds since 1970
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(
            JdbcClient jdbc,
            List<ShipmentTold> told,
            List<MilestoneTold> milestones,
            ItemChanges orderItems,
            CarriedChanges carried,
            long now,
            Facts facts) {
        if (told.isEmpty() && milestones.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var met = keep(jdbc, rows(latest.contenders(), milestones), now);
        Map<ShipmentKey, Stamp> stamps = new HashMap<>();
        for (ShipmentTold shipment : latest.contenders()) {
            var before = met.get(shipment.key());
            if (before != null) {
                stamps.put(shipment.key(), before.stamp());
                change(shipment.key(), before.carried(), -1, orderItems, carried);
                change(shipment.key(), shipment.carried(), 1, orderItems, carried);
                shipment.tell(facts);
            }
        }
        return latest.settle(stamps);
    }

    private static List<Row> rows(List<ShipmentTold> contenders, List<MilestoneTold> milestones) {
        var rows = new TreeMap<ShipmentKey, Row>();
        for (MilestoneTold milestone : milestones) {
            var key = milestone.key().shipment();
            rows.put(key, new Row(key, Row.UNTOLD, null));
        }
        contenders.forEach(one -> rows.put(one.key(), new Row(one.key(), one.stamp(), one)));
        return List.copyOf(rows.values());
    }

    private static Map<ShipmentKey, Met> keep(JdbcClient jdbc, List<Row> shipments, long now) {
        Map<ShipmentKey, Met> met = new HashMap<>();
        jdbc.sql(KEEP)
                .param(now)
                .params(
                        Rows.of(shipments)
                                .sharedText(s -> s.key().tenant())
                                .text(s -> s.key().number())
                                .number(s -> s.stamp().version())
                                .uuid(s -> s.stamp().content())
                                .sharedText(s -> s.text(told -> told.event().source().value()))
                                .sharedText(s -> s.field("direction"))
                                .sharedText(s -> s.field("status"))
                                .sharedText(s -> s.text(told -> Body.partner(told.body())))
                                .sharedText(s -> s.text(told -> Body.partnerName(told.body())))
                                .sharedText(s -> s.field("carrier"))
                                .sharedText(s -> s.field("tracking"))
                                .sharedText(s -> s.field("from_location"))
                                .text(s -> s.field("to_location"))
                                .optionalNumber(s -> s.micros("shipped_at"))
                                .optionalNumber(s -> s.micros("expected_at"))
                                .text(Row::lines)
                                .params())
                .query(
                        row -> {
                            met.put(
                                    new ShipmentKey(row.getString(1), row.getString(2)),
                                    before(row));
                        });
        return met;
    }

    private static Met before(ResultSet row) throws SQLException {
        var version = row.getObject(3, Long.class);
        if (version == null) {
            return new Met(Stamp.NONE, Carried.NOTHING);
        }
        return new Met(
                new Stamp(version, row.getObject(4, UUID.class)),
                Carried.read(
                        row.getString(5), row.getString(6), row.getString(7), row.getString(8)));
    }

    private static void change(
            ShipmentKey key, Carried what, int sign, ItemChanges orderItems, CarriedChanges items) {
        for (var line : what.lines()) {
            long quantity = Math.multiplyExact(line.quantity(), sign);
            if (what.inbound()) {
                items.shipped(key, line.item(), quantity, sign > 0 ? what.location() : null);
            }
            if (!line.orderNumber().isEmpty()) {
                orderItems.shipped(
                        key.tenant(), what.servedKind(), line.orderNumber(), line.item(), quantity);
            }
        }
    }
}
