package dev.tidegate.operations.journal;

import dev.tidegate.contract.ReprocessRequest;
import dev.tidegate.operations.effect.Rows;
import dev.tidegate.operations.fact.Facts;
import dev.tidegate.operations.fact.Outbox;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for the bytes of dead and parked entries to be processed again, and lets those go on that
 * waited behind them. The requests leave through the outbox, with the transaction they belong to.
 */
public final class Reprocessing {
    /** Let go at a time; the rest follows when these have met their fate. */
    private static final int RELEASED_MAX = 500;

    private static final String ASKED =
            """
            returning d.id, d.tenant, d.source, d.lane, d.partition, d.log_offset, d.entry, d.ref, d.attempt + 1,
                (select j.entries from operations.journal j where j.log_offset = d.log_offset and j.lane = d.lane
                   and j.partition = d.partition and j.entry = d.entry)
            """;
    private static final String REQUEST =
            """
            update operations.dead_letter d set state = 'reprocessing'
            where d.tenant = ? and d.id = any(?) and d.state in ('open', 'reprocessing')
            """
                    + ASKED;
    private static final String DISCARD =
            """
            update operations.dead_letter d
            set state = 'discarded', resolved_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            where d.tenant = ? and d.id = any(?) and d.state in ('open', 'reprocessing')
            returning d.ordering_key
            """;

    /** Those that wait, up to the first that is parked for a reason of its own. */
    private static final String RELEASE =
            """
            update operations.dead_letter d set state = 'reprocessing'
            from unnest(?::text[], ?::text[]) as a(tenant, ordering_key)
            cross join lateral (
                select w.tenant, w.id from operations.dead_letter w
                where w.tenant = a.tenant and w.ordering_key = a.ordering_key and %s
                  and w.code = 'waits_behind' and w.state = 'open'
                  and w.id < coalesce((
                    select min(h.id) from operations.dead_letter h
                    where h.tenant = a.tenant and h.ordering_key = a.ordering_key and %s and h.code <> 'waits_behind'),
                    9223372036854775807)
                order by w.id limit ?) waiting
            where d.tenant = waiting.tenant and d.id = waiting.id
            """
                            .formatted(Lines.STANDS.formatted("w"), Lines.STANDS.formatted("h"))
                    + ASKED;

    private final Clock clock;

    public Reprocessing(Clock clock) {
        this.clock = clock;
    }

    /** A request and its place in the line. */
    private record Asked(long id, ReprocessRequest request) {}

    /**
     * Within the caller's transaction. Asking again for one on its way is harmless.
     *
     * @param ids of dead letters
     * @return how many of them were open, and are on their way now
     */
    public int request(JdbcClient jdbc, TenantId tenant, Collection<Long> ids) {
        var facts = new Facts(now());
        var asked =
                jdbc.sql(REQUEST)
                        .params(tenant.value(), ids.toArray(Long[]::new))
                        .query((row, n) -> asked(row))
                        .list();
        ask(asked, facts);
        Outbox.write(jdbc, facts);
        return asked.size();
    }

    /**
     * Within the caller's transaction. Those that waited behind go on.
     *
     * @return how many of them were open, and are discarded now
     */
    public int discard(JdbcClient jdbc, TenantId tenant, Collection<Long> ids) {
        var lines =
                jdbc.sql(DISCARD)
                        .params(now(), tenant.value(), ids.toArray(Long[]::new))
                        .query((row, n) -> new Line(tenant, row.getString(1)))
                        .list();
        var facts = new Facts(now());
        release(jdbc, new HashSet<>(lines), facts);
        Outbox.write(jdbc, facts);
        return lines.size();
    }

    static void release(JdbcClient jdbc, Collection<Line> left, Facts facts) {
        if (left.isEmpty()) {
            return;
        }
        var lines = List.copyOf(left);
        ask(
                jdbc.sql(RELEASE)
                        .params(
                                Rows.of(lines)
                                        .text(line -> line.tenant().value())
                                        .text(Line::orderingKey)
                                        .params())
                        .param(RELEASED_MAX)
                        .query((row, n) -> asked(row))
                        .list(),
                facts);
    }

    private static void ask(List<Asked> asked, Facts facts) {
        var inOrder = new ArrayList<>(asked);
        inOrder.sort(Comparator.comparingLong(Asked::id));
        inOrder.forEach(one -> facts.ask(one.request()));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getLong(1),
                new ReprocessRequest(
                        new TenantId(row.getString(2)),
                        new SourceId(row.getString(3)),
                        Addresses.id(row, 4),
                        row.getString(8),
                        row.getInt(10),
                        row.getInt(9)));
    }

    private long now() {
        return Micros.of(clock.instant());
    }
}
