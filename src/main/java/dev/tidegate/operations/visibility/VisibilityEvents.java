package dev.tidegate.operations.visibility;

import dev.tidegate.operations.effect.Latest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.effect.Stamp;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.visibility.VisibilityTold.EventKey;
import dev.tidegate.operations.visibility.VisibilityTold.Thing;
import dev.tidegate.platform.sql.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps EPCIS events and error declarations: a set, in no order of arrival. A declaration that
 * comes before its event waits for nobody; whoever asks sees the pair once both are there.
 */
public final class VisibilityEvents {
    private static final String KEEP =
            """
            insert into operations.visibility_event as v (tenant, event_id, telling, stamp, content, source, event_type, action,
                event_time, biz_step, disposition, read_point, biz_location, event, recorded_at, applied_at)
            select coalesce(a.tenant, same.tenant), a.event_id, coalesce(a.telling, same.telling), a.stamp, a.content::uuid,
                coalesce(a.source, same.source), coalesce(a.event_type, same.event_type), coalesce(a.action, same.action),
                timestamptz 'epoch' + a.event_time * interval '1 microsecond', coalesce(a.biz_step, same.biz_step),
                coalesce(a.disposition, same.disposition), coalesce(a.read_point, same.read_point),
                coalesce(a.biz_location, same.biz_location), a.event,
                timestamptz 'epoch' + a.recorded_at * interval '1 microsecond',
                timestamptz 'epoch' + ? * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as a(tenant, event_id, telling, stamp, content, source, event_type, action, event_time,
                biz_step, disposition, read_point, biz_location, event, recorded_at)
            cross join (values (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text))
              as same(tenant, telling, source, event_type, action, biz_step, disposition, read_point, biz_location)
            on conflict (tenant, event_id, telling) do update set stamp = excluded.stamp, content = excluded.content,
                source = excluded.source, event_type = excluded.event_type, action = excluded.action,
                event_time = excluded.event_time, biz_step = excluded.biz_step, disposition = excluded.disposition,
                read_point = excluded.read_point, biz_location = excluded.biz_location, event = excluded.event,
                recorded_at = excluded.recorded_at, applied_at = excluded.applied_at
            where (v.stamp, v.content) < (excluded.stamp, excluded.content)
            returning tenant, event_id, telling, old.stamp, old.content
            """;

    /** The row of the event is locked, so nobody else writes its things. */
    private static final String FORGET =
            """
            delete from operations.visibility_epc e
            using unnest(?::text[], ?::text[], ?::text[]) as gone(tenant, event_id, telling)
            where e.tenant = gone.tenant and e.event_id = gone.event_id and e.telling = gone.telling
            """;

    private static final String KEEP_THINGS =
            """
            insert into operations.visibility_epc (tenant, epc, event_id, telling, role)
            select coalesce(a.tenant, same.tenant), a.epc, coalesce(a.event_id, same.event_id),
                coalesce(a.telling, same.telling), coalesce(a.role, same.role)
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as a(tenant, epc, event_id, telling, role)
            cross join (values (?::text, ?::text, ?::text, ?::text)) as same(tenant, event_id, telling, role)
            """;

    private VisibilityEvents() {}

    /**
     * @param now microseconds since 1970
     * @return for each, whether it took effect; the others are stale
     */
    public static boolean[] keep(
            JdbcClient jdbc, List<VisibilityTold> told, long now, Facts facts) {
        if (told.isEmpty()) {
            return new boolean[0];
        }
        var latest = new Latest<>(told);
        var met = keepEvents(jdbc, latest.contenders(), now);
        var kept = latest.contenders().stream().filter(e -> met.containsKey(e.key())).toList();
        forget(jdbc, kept.stream().filter(e -> !Stamp.NONE.equals(met.get(e.key()))).toList());
        keepThings(jdbc, kept.stream().flatMap(event -> event.things().stream()).toList());
        kept.forEach(event -> event.tell(facts));
        return latest.settle(met);
    }

    private static Map<EventKey, Stamp> keepEvents(
            JdbcClient jdbc, List<VisibilityTold> events, long now) {
        Map<EventKey, Stamp> met = new HashMap<>();
        jdbc.sql(KEEP)
                .param(now)
                .params(columns(events).params())
                .query(
                        row -> {
                            met.put(key(row), before(row));
                        });
        return met;
    }

    private static Rows<VisibilityTold> columns(List<VisibilityTold> events) {
        return Rows.of(events)
                .sharedText(e -> e.key().tenant())
                .text(e -> e.key().eventId())
                .sharedText(e -> e.key().telling())
                .number(e -> e.stamp().version())
                .uuid(e -> e.stamp().content())
                .sharedText(e -> e.event().source().value())
                .sharedText(e -> e.text("event_type"))
                .sharedText(e -> e.text("action"))
                .number(VisibilityTold::eventTime)
                .sharedText(e -> e.text("biz_step"))
                .sharedText(e -> e.text("disposition"))
                .sharedText(e -> e.place("read_point"))
                .sharedText(e -> e.place("biz_location"))
                .text(e -> e.text("event"))
                .number(e -> Micros.of(e.event().acceptedAt()));
    }

    private static void forget(JdbcClient jdbc, List<VisibilityTold> replaced) {
        if (!replaced.isEmpty()) {
            jdbc.sql(FORGET)
                    .params(
                            Rows.of(replaced)
                                    .text(e -> e.key().tenant())
                                    .text(e -> e.key().eventId())
                                    .text(e -> e.key().telling())
                                    .params())
                    .update();
        }
    }

    private static void keepThings(JdbcClient jdbc, List<Thing> things) {
        if (!things.isEmpty()) {
            jdbc.sql(KEEP_THINGS)
                    .params(
                            Rows.of(things)
                                    .sharedText(t -> t.event().tenant())
                                    .text(Thing::epc)
                                    .sharedText(t -> t.event().eventId())
                                    .sharedText(t -> t.event().telling())
                                    .sharedText(Thing::role)
                                    .params())
                    .update();
        }
    }

    private static EventKey key(ResultSet row) throws SQLException {
        return new EventKey(row.getString(1), row.getString(2), row.getString(3));
    }

    private static Stamp before(ResultSet row) throws SQLException {
        var stamp = row.getObject(4, Long.class);
        return stamp == null ? Stamp.NONE : new Stamp(stamp, row.getObject(5, UUID.class));
    }
}
