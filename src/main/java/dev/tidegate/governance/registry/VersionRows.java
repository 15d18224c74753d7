package dev.tidegate.governance.registry;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is registered under which subject and number. */
final class VersionRows {
    private static final String COLUMNS =
            "select subject, version, id, deleted_at is not null from governance.registry_version ";
    private static final String OF_SUBJECT =
            COLUMNS + "where tenant = ? and subject = ? order by version";
    private static final String OF_ID =
            COLUMNS + "where tenant = ? and id = ? order by subject collate \"C\", version";
    private static final String ONE = COLUMNS + "where tenant = ? and subject = ? and version = ?";
    private static final String LATEST =
            COLUMNS
                    + "where tenant = ? and subject = ? and deleted_at is null"
                    + " order by version desc limit 1";
    private static final String OF_SCHEMA =
            """
            select v.subject, v.version, v.id, v.deleted_at is not null
            from governance.registry_version v
            join governance.registry_schema s on s.tenant = v.tenant and s.id = v.id
            where v.tenant = ? and v.subject = ? and s.hash = ? order by v.version desc
            """;
    private static final String OF_TEXT =
            """
            select v.subject, v.version, v.id, v.deleted_at is not null
            from governance.registry_version v
            join governance.registry_schema s on s.tenant = v.tenant and s.id = v.id
            where v.tenant = ? and v.subject = ? and s.type = ? and s.text = ? order by v.version desc
            """;
    private static final String OF_PREFIX =
            COLUMNS
                    + """
                    v where v.tenant = ? and starts_with(v.subject, ?) and (? or v.deleted_at is null)
                    and (not ? or not exists (select from governance.registry_version w
                        where w.tenant = v.tenant and w.subject = v.subject and w.version > v.version
                        and (? or w.deleted_at is null)))
                    order by v.subject collate "C", v.version offset ? limit ?
                    """;
    private static final String ADD =
            """
            insert into governance.registry_version (tenant, subject, version, id, registered_by)
            values (?, ?, ?, ?, ?)
            """;
    private static final String NEXT =
            """
            insert into governance.registry_subject as s (tenant, subject, last_version)
            values (?, ?, 1)
            on conflict (tenant, subject) do update set last_version = s.last_version + 1
            returning last_version
            """;
    private static final String TAKE =
            """
            insert into governance.registry_subject as s (tenant, subject, last_version)
            values (?, ?, ?)
            on conflict (tenant, subject) do update
            set last_version = greatest(s.last_version, excluded.last_version)
            """;
    private static final String HIDE =
            """
            update governance.registry_version set deleted_at = now()
            where tenant = ? and subject = ? and version = ?
            """;
    private static final String REMOVE =
            "delete from governance.registry_version where tenant = ? and subject = ? and version = ?";
    private static final String REMOVE_SUBJECT =
            "delete from governance.registry_subject where tenant = ? and subject = ?";

    private VersionRows() {}

    /**
     * @param deleted whether it is hidden, as after a first deletion
     */
    record Row(String subject, int version, int id, boolean deleted) {
        boolean live() {
            return !deleted;
        }
    }

    /** Oldest first, hidden ones among them. */
    static List<Row> of(JdbcClient jdbc, TenantId tenant, String subject) {
        return jdbc.sql(OF_SUBJECT)
                .params(tenant.value(), subject)
                .query((row, n) -> read(row))
                .list();
    }

    static List<Row> of(JdbcClient jdbc, TenantId tenant, int id) {
        return jdbc.sql(OF_ID).params(tenant.value(), id).query((row, n) -> read(row)).list();
    }

    /** Under which numbers a subject has a schema, the newest first. */
    static List<Row> of(JdbcClient jdbc, TenantId tenant, String subject, Draft draft) {
        return jdbc.sql(OF_SCHEMA)
                .params(tenant.value(), subject, draft.hash())
                .query((row, n) -> read(row))
                .list();
    }

    /** Where a subject has this text, whatever goes with it; the newest first. */
    static List<Row> ofText(JdbcClient jdbc, TenantId tenant, String subject, Draft draft) {
        return jdbc.sql(OF_TEXT)
                .params(tenant.value(), subject, draft.type().name(), draft.text())
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * By subject and number.
     *
     * @param hidden whether deleted ones are among them
     * @param latestOnly of each subject only the newest
     */
    static List<Row> of(
            JdbcClient jdbc,
            TenantId tenant,
            String prefix,
            boolean hidden,
            boolean latestOnly,
            int offset,
            int limit) {
        return jdbc.sql(OF_PREFIX)
                .params(tenant.value(), prefix, hidden, latestOnly, hidden, offset, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** A hidden one only by its number. */
    static Optional<Row> find(
            JdbcClient jdbc, TenantId tenant, String subject, VersionSpec version) {
        var number = version.number();
        var statement =
                number.isEmpty()
                        ? jdbc.sql(LATEST).params(tenant.value(), subject)
                        : jdbc.sql(ONE).params(tenant.value(), subject, number.getAsInt());
        return statement.query((row, n) -> read(row)).optional();
    }

    /** The next number of a subject; what it had once is not given again. */
    static int next(JdbcClient jdbc, TenantId tenant, String subject) {
        return jdbc.sql(NEXT).params(tenant.value(), subject).query(Integer.class).single();
    }

    /** A number that was told from outside. */
    static void take(JdbcClient jdbc, TenantId tenant, String subject, int version) {
        jdbc.sql(TAKE).params(tenant.value(), subject, version).update();
    }

    static void add(JdbcClient jdbc, Caller caller, String subject, int version, int id) {
        jdbc.sql(ADD)
                .params(caller.tenant().value(), subject, version, id, caller.principal())
                .update();
    }

    static void hide(JdbcClient jdbc, TenantId tenant, Row row) {
        jdbc.sql(HIDE).params(tenant.value(), row.subject(), row.version()).update();
    }

    static void remove(JdbcClient jdbc, TenantId tenant, Row row) {
        jdbc.sql(REMOVE).params(tenant.value(), row.subject(), row.version()).update();
    }

    /** With what is set for it; its numbers begin anew should it come again. */
    static void removeSubject(JdbcClient jdbc, TenantId tenant, String subject) {
        jdbc.sql(REMOVE_SUBJECT).params(tenant.value(), subject).update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getInt(2), row.getInt(3), row.getBoolean(4));
    }
}
