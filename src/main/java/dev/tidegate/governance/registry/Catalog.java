package dev.tidegate.governance.registry;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the registry. */
final class Catalog {
    private static final String SUBJECTS =
            """
            select subject from governance.registry_version
            where tenant = ? and starts_with(subject, ?)
            group by subject
            having (bool_or(deleted_at is null) and not ?) or (bool_and(deleted_at is not null) and ?)
            order by subject collate "C" offset ? limit ?
            """;
    private static final String REFERRERS =
            """
            select distinct r.id from governance.registry_reference r
            join governance.registry_version v on v.tenant = r.tenant and v.id = r.id
            where r.tenant = ? and r.to_subject = ? and r.to_version = ? and v.deleted_at is null
            order by r.id
            """;
    private static final String LAST_ID =
            "select last_id from governance.registry where tenant = ?";

    private final Database database;

    Catalog(Database database) {
        this.database = database;
    }

    /** Which of what is there is wanted. */
    enum Wanted {
        LIVE,
        DELETED,
        BOTH;

        static Wanted of(boolean deleted, boolean deletedOnly) {
            if (deletedOnly) {
                return DELETED;
            }
            return deleted ? BOTH : LIVE;
        }

        boolean has(VersionRows.Row row) {
            return switch (this) {
                case LIVE -> row.live();
                case DELETED -> row.deleted();
                case BOTH -> true;
            };
        }
    }

    List<String> subjects(TenantId tenant, String prefix, Wanted wanted, int offset, int limit) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(SUBJECTS)
                                .params(
                                        tenant.value(),
                                        prefix,
                                        wanted == Wanted.DELETED,
                                        wanted != Wanted.LIVE,
                                        offset,
                                        limit)
                                .query(String.class)
                                .list());
    }

    List<Integer> versions(TenantId tenant, String subject, Wanted wanted) {
        var all =
                database.readTenant(tenant, jdbc -> VersionRows.of(jdbc, tenant, subject)).stream()
                        .filter(wanted::has)
                        .map(VersionRows.Row::version)
                        .toList();
        if (all.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return all;
    }

    SchemaDocument version(TenantId tenant, String subject, VersionSpec version, boolean hidden) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var row = row(jdbc, tenant, subject, version, hidden);
                    return SchemaDocument.of(
                            row, SchemaRows.find(jdbc, tenant, row.id()).orElseThrow());
                });
    }

    /** Versions with their schemas, of all subjects that begin so. */
    List<SchemaDocument> schemas(
            TenantId tenant,
            String prefix,
            boolean hidden,
            boolean latestOnly,
            int offset,
            int limit) {
        return database.readTenant(
                tenant,
                jdbc ->
                        VersionRows.of(jdbc, tenant, prefix, hidden, latestOnly, offset, limit)
                                .stream()
                                .map(
                                        row ->
                                                SchemaDocument.of(
                                                        row,
                                                        SchemaRows.find(jdbc, tenant, row.id())
                                                                .orElseThrow()))
                                .toList());
    }

    private static VersionRows.Row row(
            JdbcClient jdbc, TenantId tenant, String subject, VersionSpec version, boolean hidden) {
        if (VersionRows.of(jdbc, tenant, subject).stream().noneMatch(row -> hidden || row.live())) {
            throw RegistryError.subjectNotFound(subject);
        }
        return VersionRows.find(jdbc, tenant, subject, version)
                .filter(row -> hidden || row.live())
                .orElseThrow(() -> RegistryError.versionNotFound(version));
    }

    /** Ids of the schemas that refer to a version. */
    List<Integer> referrers(TenantId tenant, String subject, VersionSpec version) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var row = row(jdbc, tenant, subject, version, false);
                    return jdbc.sql(REFERRERS)
                            .params(tenant.value(), subject, row.version())
                            .query(Integer.class)
                            .list();
                });
    }

    SchemaDocument schema(TenantId tenant, int id, boolean withLastId) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var stored = stored(jdbc, tenant, id);
                    var lastId = withLastId ? lastId(jdbc, tenant) : null;
                    return SchemaDocument.of(stored, lastId);
                });
    }

    private static Integer lastId(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(LAST_ID).param(tenant.value()).query(Integer.class).single();
    }

    private static SchemaRows.Stored stored(JdbcClient jdbc, TenantId tenant, int id) {
        return SchemaRows.find(jdbc, tenant, id)
                .orElseThrow(
                        () -> RegistryError.SCHEMA_NOT_FOUND.refusal("Schema %d not found", id));
    }

    /** Where a schema is registered. */
    List<VersionRows.Row> places(TenantId tenant, int id, boolean hidden) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    stored(jdbc, tenant, id);
                    return VersionRows.of(jdbc, tenant, id).stream()
                            .filter(row -> hidden || row.live())
                            .toList();
                });
    }
}
