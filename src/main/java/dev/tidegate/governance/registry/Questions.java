package dev.tidegate.governance.registry;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked with a schema in hand: is it there, and would it be taken? */
final class Questions {
    private final Database database;
    private final Drafts drafts;
    private final Compatibility compatibility;

    Questions(Database database, Drafts drafts, Compatibility compatibility) {
        this.database = database;
        this.drafts = drafts;
        this.compatibility = compatibility;
    }

    /**
     * Where a subject has a schema.
     *
     * @param hidden whether deleted versions count
     */
    SchemaDocument lookUp(
            TenantId tenant,
            String subject,
            SchemaRequest request,
            boolean normalize,
            boolean hidden) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var rows = VersionRows.of(jdbc, tenant, subject);
                    if (rows.stream().noneMatch(row -> hidden || row.live())) {
                        throw RegistryError.subjectNotFound(subject);
                    }
                    var draft = drafts.read(jdbc, tenant, request, normalize);
                    return places(jdbc, tenant, subject, draft)
                            .filter(row -> hidden || row.live())
                            .findFirst()
                            .map(row -> document(jdbc, tenant, row))
                            .orElseThrow(
                                    () ->
                                            RegistryError.SCHEMA_NOT_FOUND.refusal(
                                                    "Schema not found"));
                });
    }

    /** Asked for without metadata and rules, a text is found with whatever goes with it. */
    private static Stream<VersionRows.Row> places(
            JdbcClient jdbc, TenantId tenant, String subject, Draft draft) {
        var same = VersionRows.of(jdbc, tenant, subject, draft);
        return !same.isEmpty() || !draft.attached().isNone()
                ? same.stream()
                : VersionRows.ofText(jdbc, tenant, subject, draft).stream()
                        .filter(
                                row ->
                                        stored(jdbc, tenant, row)
                                                .references()
                                                .equals(draft.references()));
    }

    private static SchemaDocument document(JdbcClient jdbc, TenantId tenant, VersionRows.Row row) {
        return SchemaDocument.of(row, stored(jdbc, tenant, row));
    }

    private static SchemaRows.Stored stored(JdbcClient jdbc, TenantId tenant, VersionRows.Row row) {
        return SchemaRows.find(jdbc, tenant, row.id()).orElseThrow();
    }

    /**
     * @param version with which it is compared; empty for all those that count
     */
    List<String> incompatibilities(
            TenantId tenant,
            String subject,
            SchemaRequest request,
            Optional<VersionSpec> version,
            boolean normalize) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var draft = drafts.read(jdbc, tenant, request, normalize);
                    var level = RegistryRows.level(jdbc, tenant, subject);
                    return compatibility.against(
                            jdbc, tenant, level, draft, counting(jdbc, tenant, subject, version));
                });
    }

    /** With the latest of a subject that has none, anything is compatible. */
    private static List<VersionRows.Row> counting(
            JdbcClient jdbc, TenantId tenant, String subject, Optional<VersionSpec> version) {
        if (version.isEmpty()) {
            return VersionRows.of(jdbc, tenant, subject).stream()
                    .filter(VersionRows.Row::live)
                    .toList();
        }
        var row =
                VersionRows.find(jdbc, tenant, subject, version.get())
                        .filter(VersionRows.Row::live);
        if (row.isEmpty() && version.get().number().isPresent()) {
            throw RegistryError.versionNotFound(version.get());
        }
        return row.stream().toList();
    }
}
