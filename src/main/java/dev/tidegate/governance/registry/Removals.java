package dev.tidegate.governance.registry;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes in two steps: what is deleted once is hidden, so that data written with it can still be
 * read by its id; only what is hidden can be deleted for good. Neither is done to what others refer
 * to.
 */
final class Removals {
    private static final String REFERRERS =
            """
            select distinct v.subject || ' version ' || v.version
            from governance.registry_reference r
            join governance.registry_version v on v.tenant = r.tenant and v.id = r.id
            where r.tenant = ? and r.to_subject = ? and r.to_version = ?
            and (v.deleted_at is null or ?) and v.subject <> ?
            limit 1
            """;
    private static final String NOBODY = "";

    private final Database database;
    private final AuditTrail audit;

    Removals(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Answers with the numbers of the versions that are gone, oldest first. */
    List<Integer> subject(Caller caller, String subject, boolean permanent) {
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    var all = locked(jdbc, caller.tenant(), subject);
                    var going = permanent ? hiddenOnly(subject, all) : liveOnly(subject, all);
                    going.forEach(
                            row -> refuseReferred(jdbc, caller.tenant(), row, permanent, subject));
                    remove(jdbc, caller, going, permanent);
                    if (permanent) {
                        VersionRows.removeSubject(jdbc, caller.tenant(), subject);
                    }
                    return going.stream().map(VersionRows.Row::version).toList();
                });
    }

    /** Answers with the version's number. */
    int version(Caller caller, String subject, VersionSpec version, boolean permanent) {
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    locked(jdbc, caller.tenant(), subject);
                    var row =
                            VersionRows.find(jdbc, caller.tenant(), subject, version)
                                    .orElseThrow(() -> RegistryError.versionNotFound(version));
                    refuseOtherStep(row, permanent);
                    refuseReferred(jdbc, caller.tenant(), row, permanent, NOBODY);
                    remove(jdbc, caller, List.of(row), permanent);
                    if (permanent && VersionRows.of(jdbc, caller.tenant(), subject).isEmpty()) {
                        VersionRows.removeSubject(jdbc, caller.tenant(), subject);
                    }
                    return row.version();
                });
    }

    private static List<VersionRows.Row> locked(JdbcClient jdbc, TenantId tenant, String subject) {
        RegistryRows.lock(jdbc, tenant);
        var all = VersionRows.of(jdbc, tenant, subject);
        if (all.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        if (RegistryRows.mode(jdbc, tenant, subject) == Mode.READONLY) {
            throw RegistryError.notPermitted("Subject %s is in read-only mode", subject);
        }
        return all;
    }

    private static List<VersionRows.Row> liveOnly(String subject, List<VersionRows.Row> all) {
        var live = all.stream().filter(VersionRows.Row::live).toList();
        if (live.isEmpty()) {
            throw RegistryError.SUBJECT_SOFT_DELETED.refusal(
                    "Subject '%s' was soft deleted. Set permanent=true to delete permanently",
                    subject);
        }
        return live;
    }

    private static List<VersionRows.Row> hiddenOnly(String subject, List<VersionRows.Row> all) {
        if (all.stream().anyMatch(VersionRows.Row::live)) {
            throw RegistryError.SUBJECT_NOT_SOFT_DELETED.refusal(
                    "Subject '%s' was not deleted first before being permanently deleted", subject);
        }
        return all;
    }

    private static void refuseOtherStep(VersionRows.Row row, boolean permanent) {
        if (!permanent && row.deleted()) {
            throw RegistryError.VERSION_SOFT_DELETED.refusal(
                    "Subject '%s' Version %d was soft deleted. Set permanent=true to delete"
                            + " permanently",
                    row.subject(), row.version());
        }
        if (permanent && row.live()) {
            throw RegistryError.VERSION_NOT_SOFT_DELETED.refusal(
                    "Subject '%s' Version %d was not deleted first before being permanently"
                            + " deleted",
                    row.subject(), row.version());
        }
    }

    /**
     * What is hidden stays as long as even a hidden one refers to it.
     *
     * @param leaving a subject that goes with it, so that its references don't count
     */
    private static void refuseReferred(
            JdbcClient jdbc,
            TenantId tenant,
            VersionRows.Row row,
            boolean permanent,
            String leaving) {
        jdbc.sql(REFERRERS)
                .params(tenant.value(), row.subject(), row.version(), permanent, leaving)
                .query(String.class)
                .optional()
                .ifPresent(
                        referrer -> {
                            throw RegistryError.REFERENCE_EXISTS.refusal(
                                    "One or more references exist to the schema"
                                            + " {subject=%s,version=%d}: %s",
                                    row.subject(), row.version(), referrer);
                        });
    }

    private void remove(
            JdbcClient jdbc, Caller caller, List<VersionRows.Row> rows, boolean permanent) {
        var tenant = caller.tenant();
        for (var row : rows) {
            if (permanent) {
                VersionRows.remove(jdbc, tenant, row);
            } else {
                VersionRows.hide(jdbc, tenant, row);
            }
            audit.record(
                    jdbc,
                    caller,
                    "schema.delete",
                    row.subject() + "@" + row.version(),
                    Map.of("permanent", permanent));
        }
        if (permanent) {
            SchemaRows.dropUnused(
                    jdbc, tenant, rows.stream().map(VersionRows.Row::id).distinct().toList());
        }
    }
}
