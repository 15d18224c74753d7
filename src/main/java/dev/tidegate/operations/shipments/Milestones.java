package dev.tidegate.operations.shipments;

import static dev.tidegate.operations.effect.Columns.longs;
import static dev.tidegate.operations.effect.Columns.texts;
import static dev.tidegate.operations.effect.Columns.uuids;

import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.shipments.MilestoneTold.MilestoneKey;
import dev.tidegate.platform.sql.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what happened to shipments: a set, in no order of arrival. */
public final class Milestones {
    private static final String KEEP =
            """
            insert into operations.shipment_milestone as m (tenant, shipment, occurred_at, code, location, content, note, source)
            select a.tenant, a.shipment, timestamptz 'epoch' + a.occurred_at * interval '1 microsecond', a.code, a.location,
                a.content::uuid, a.note, a.source
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as a(tenant, shipment, occurred_at, code, location, content, note, source)
            on conflict (tenant, shipment, occurred_at, code, location) do update set content = excluded.content,
                note = excluded.note, source = excluded.source
            where m.content < excluded.content
            returning tenant, shipment, occurred_at, code, location, old.content
            """;

    private Milestones() {}

    /**
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(JdbcClient jdbc, List<MilestoneTold> told, Facts facts) {
        if (told.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var milestones = latest.contenders();
        Map<MilestoneKey, Stamp> met = new HashMap<>();
        jdbc.sql(KEEP)
                .params(
                        texts(milestones, m -> m.key().shipment().tenant()),
                        texts(milestones, m -> m.key().shipment().number()),
                        longs(milestones, m -> m.key().occurredAt()),
                        texts(milestones, m -> m.key().code()),
                        texts(milestones, m -> m.key().location()),
                        uuids(milestones, m -> m.stamp().content()),
                        texts(milestones, MilestoneTold::note),
                        texts(milestones, m -> m.event().source().value()))
                .query(
                        row -> {
                            var content = row.getObject(6, UUID.class);
                            met.put(key(row), content == null ? Stamp.NONE : new Stamp(0, content));
                        });
        for (MilestoneTold milestone : milestones) {
            if (met.containsKey(milestone.key())) {
                milestone.tell(facts);
            }
        }
        return latest.settle(met);
    }

    private static MilestoneKey key(ResultSet row) throws SQLException {
        return new MilestoneKey(
                new ShipmentKey(row.getString(1), row.getString(2)),
                Micros.of(row.getObject(3, OffsetDateTime.class).toInstant()),
                row.getString(4),
                row.getString(5));
    }
}
