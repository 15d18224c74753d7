package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Patience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dead letters, newest first, and by what they have in common. */
public final class DeadLetterQueries {
    private static final String COLUMNS =
            """
            d.id, d.state, d.fate, d.failure_class, d.code, d.place, d.reason, d.next_step, d.source, d.type,
            d.key, d.ordering_key, d.ref, d.lane, d.partition, d.log_offset, d.entry, d.attempt,
            d.accepted_at, d.created_at, d.resolved_at
            """;
    private static final String SELECT = "select " + COLUMNS + "from operations.dead_letter d\n";
    private static final String GROUPS =
            """
            with many as (
                select failure_class, code, source, count(*) as times, min(created_at) as oldest_at,
                       max(created_at) as newest_at, max(id) as newest
                from operations.dead_letter %s
                group by failure_class, code, source
                order by times desc, newest desc limit ?)
            select m.times, m.oldest_at, m.newest_at,
            """
                    + COLUMNS
                    + """
                    from many m join operations.dead_letter d on d.tenant = ? and d.id = m.newest
                    order by m.times desc, m.newest desc
                    """;

    private final Patience patience;
    private final Receipts receipts;

    public DeadLetterQueries(Patience patience, Receipts receipts) {
        this.patience = patience;
        this.receipts = receipts;
    }

    public Page<DeadLetter> list(
            TenantId tenant, DeadLetter.Filter filter, Optional<String> cursor, int limit) {
        var rows = patience.read(tenant, jdbc -> rows(jdbc, tenant, filter, cursor, limit + 1));
        return Page.of(rows, limit, last -> Cursor.of(last.id().number()));
    }

    /** In the running transaction, without a page's extra row. */
    List<DeadLetter> rows(
            JdbcClient jdbc,
            TenantId tenant,
            DeadLetter.Filter filter,
            Optional<String> cursor,
            int rowsMax) {
        var where = where(tenant, filter);
        Cursor.parse(cursor, 1).ifPresent(from -> where.and("id < ?", from.number(0)));
        return jdbc.sql(SELECT + where.sql() + "\norder by id desc limit ?")
                .params(where.values())
                .param(rowsMax)
                .query(new Rows(receipts, tenant)::read)
                .list();
    }

    public Optional<DeadLetter> find(TenantId tenant, DeadLetterId id) {
        return patience.read(tenant, jdbc -> rows(jdbc, tenant, List.of(id))).stream().findFirst();
    }

    List<DeadLetter> rows(JdbcClient jdbc, TenantId tenant, List<DeadLetterId> ids) {
        return jdbc.sql(SELECT + "where tenant = ? and id = any (?::bigint[]) order by id desc")
                .param(tenant.value())
                .param(ids.stream().map(DeadLetterId::number).toArray(Long[]::new))
                .query(new Rows(receipts, tenant)::read)
                .list();
    }

    /** At most {@code limit}, the largest first. */
    public List<DeadLetter.Group> groups(TenantId tenant, DeadLetter.Filter filter, int limit) {
        var where = where(tenant, filter);
        return patience.read(
                tenant,
                jdbc ->
                        jdbc.sql(GROUPS.formatted(where.sql()))
                                .params(where.values())
                                .params(limit, tenant.value())
                                .query(new Rows(receipts, tenant)::group)
                                .list());
    }

    private static Where where(TenantId tenant, DeadLetter.Filter filter) {
        var state = Optional.ofNullable(filter.state()).orElse(DeadLetter.Filter.OPEN);
        return new Where()
                .and("tenant = ?", tenant.value())
                .and("state = ?", Optional.of(state).filter(s -> !s.equals(DeadLetter.Filter.ANY)))
                .and("failure_class = ?", Optional.ofNullable(filter.failureClass()))
                .and("code = ?", Optional.ofNullable(filter.code()))
                .and("source = ?", Optional.ofNullable(filter.source()))
                .and("fate = ?", Optional.ofNullable(filter.fate()))
                .and("key = ?", Optional.ofNullable(filter.key()));
    }

    private record Rows(Receipts.Writer writer) {
        Rows(Receipts receipts, TenantId tenant) {
            this(receipts.writer(tenant));
        }

        DeadLetter.Group group(ResultSet row, int n) throws SQLException {
            return new DeadLetter.Group(
                    row.getString("failure_class"),
                    row.getString("code"),
                    row.getString("source"),
                    row.getLong("times"),
                    row.getTimestamp("oldest_at").toInstant(),
                    row.getTimestamp("newest_at").toInstant(),
                    read(row, n));
        }

        DeadLetter read(ResultSet row, int n) throws SQLException {
            var address =
                    new RawAddress(
                            Lane.of(row.getInt("lane")),
                            row.getInt("partition"),
                            row.getLong("log_offset"));
            Timestamp resolved = row.getTimestamp("resolved_at");
            return new DeadLetter(
                    new DeadLetterId(row.getLong("id")),
                    row.getString("state"),
                    row.getString("fate"),
                    row.getString("failure_class"),
                    row.getString("code"),
                    row.getString("place"),
                    row.getString("reason"),
                    row.getString("next_step"),
                    row.getString("source"),
                    row.getString("type"),
                    row.getString("key"),
                    row.getString("ordering_key"),
                    row.getString("ref"),
                    writer.text(address.lane(), address.partition(), address.offset()),
                    row.getInt("entry"),
                    row.getInt("attempt"),
                    row.getTimestamp("accepted_at").toInstant(),
                    row.getTimestamp("created_at").toInstant(),
                    resolved == null ? null : resolved.toInstant(),
                    new EventId(address, row.getInt("entry")));
        }
    }
}
