package dev.tidegate.operations.shipments;

import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
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
            select coalesce(a.tenant, same.tenant), a.shipment, timestamptz 'epoch' + a.occurred_at * interval '1 microsecond',
                coalesce(a.code, same.code), coalesce(a.location, same.location), a.content::uuid,
                coalesce(a.note, same.note), coalesce(a.source, same.source)
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as a(tenant, shipment, occurred_at, code, location, content, note, source)
            cross join (values (?::text, ?::text, ?::text, ?::text, ?::text)) as same(tenant, code, location, note, source)
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
                        Rows.of(milestones)
                                .sharedText(m -> m.key().shipment().tenant())
                                .text(m -> m.key().shipment().number())
                                .number(m -> m.key().occurredAt())
                                .sharedText(m -> m.key().code())
                                .sharedText(m -> m.key().location())
                                .uuid(m -> m.stamp().content())
                                .sharedText(MilestoneTold::note)
                                .sharedText(m -> m.event().source().value())
                                .params())
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
