package dev.tidegate.governance.registry;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers schemas. */
final class Registrations {
    private final Database database;
    private final AuditTrail audit;
    private final Drafts drafts;
    private final Compatibility compatibility;
    private final RegistrySettings settings;

    Registrations(Database database, AuditTrail audit, RegistrySettings settings) {
        this.database = database;
        this.audit = audit;
        this.settings = settings;
        this.drafts = new Drafts(settings);
        this.compatibility = new Compatibility(drafts);
    }

    /**
     * Answers with the schema's id, which is the same wherever it is registered. What a subject has
     * already is answered without a lock: clients ask so each time they start.
     */
    int register(Caller caller, String subject, SchemaRequest request, boolean normalize) {
        Subjects.refuseUnusable(subject);
        var tenant = caller.tenant();
        var told = Import.of(request);
        var draft =
                database.readTenant(tenant, jdbc -> drafts.read(jdbc, tenant, request, normalize));
        return database.readTenant(tenant, jdbc -> live(jdbc, tenant, subject, draft))
                .filter(told::agrees)
                .map(VersionRows.Row::id)
                .orElseGet(
                        () ->
                                database.inTenant(
                                        tenant,
                                        jdbc -> register(jdbc, caller, subject, draft, told)));
    }

    private int register(JdbcClient jdbc, Caller caller, String subject, Draft sent, Import told) {
        var tenant = caller.tenant();
        int lastId = RegistryRows.lock(jdbc, tenant);
        var draft = sent.with(sent.attached().orAsIn(ofLatest(jdbc, tenant, subject)));
        var meanwhile = live(jdbc, tenant, subject, draft).filter(told::agrees);
        if (meanwhile.isPresent()) {
            return meanwhile.get().id();
        }
        new References(jdbc, tenant, settings).pinned(draft.references());
        told.refuseUnless(RegistryRows.mode(jdbc, tenant, subject), subject);
        var before = VersionRows.of(jdbc, tenant, subject);
        refuseTooMany(jdbc, tenant, subject, before);
        if (told.id().isEmpty()) {
            refuseIncompatible(jdbc, tenant, subject, draft, before);
            if (RegistryRows.semantics(jdbc, tenant, subject)) {
                Semantics.refuseLacking(draft);
            }
        }
        int id = id(jdbc, caller, draft, told, lastId);
        int version = version(jdbc, tenant, subject, told, before);
        VersionRows.add(jdbc, caller, subject, version, id);
        audit.record(
                jdbc, caller, "schema.register", subject + "@" + version, Map.of("schema_id", id));
        return id;
    }

    /** Metadata and rules that are not told stay as they are in a subject. */
    private static Attached ofLatest(JdbcClient jdbc, TenantId tenant, String subject) {
        return VersionRows.find(jdbc, tenant, subject, VersionSpec.parse("latest"))
                .flatMap(row -> SchemaRows.find(jdbc, tenant, row.id()))
                .map(SchemaRows.Stored::attached)
                .orElse(Attached.NONE);
    }

    /** Where a subject has this schema, and it isn't hidden. */
    private static Optional<VersionRows.Row> live(
            JdbcClient jdbc, TenantId tenant, String subject, Draft draft) {
        return VersionRows.of(jdbc, tenant, subject, draft).stream()
                .filter(VersionRows.Row::live)
                .findFirst();
    }

    private void refuseTooMany(
            JdbcClient jdbc, TenantId tenant, String subject, List<VersionRows.Row> before) {
        if (before.size() >= settings.versionsMax()) {
            throw RegistryError.notPermitted(
                    "Subject %s has %d versions, as many as tidegate.registry.versions-max allows;"
                            + " delete old ones with permanent=true",
                    subject, before.size());
        }
        Subjects.refuseTooMany(jdbc, tenant, subject, settings.subjectsMax());
    }

    private void refuseIncompatible(
            JdbcClient jdbc,
            TenantId tenant,
            String subject,
            Draft draft,
            List<VersionRows.Row> before) {
        var level = RegistryRows.level(jdbc, tenant, subject);
        var live = before.stream().filter(VersionRows.Row::live).toList();
        var reasons = compatibility.against(jdbc, tenant, level, draft, live);
        if (!reasons.isEmpty()) {
            throw RegistryError.INCOMPATIBLE_SCHEMA.refusal(
                    "Schema being registered is incompatible with an earlier schema for subject"
                            + " \"%s\", details: %s",
                    subject, reasons);
        }
    }

    private static int id(JdbcClient jdbc, Caller caller, Draft draft, Import told, int lastId) {
        var tenant = caller.tenant();
        var known = SchemaRows.idOf(jdbc, tenant, draft);
        int id = told.id().or(() -> known).orElse(lastId + 1);
        if (known.isPresent() && known.get() != id) {
            throw RegistryError.notPermitted(
                    "The same schema has the id %d here, not %d", known.get(), id);
        }
        if (known.isEmpty()) {
            if (SchemaRows.find(jdbc, tenant, id).isPresent()) {
                throw RegistryError.notPermitted(
                        "Overwrite new schema with id %d is not permitted.", id);
            }
            SchemaRows.keep(jdbc, caller, id, draft);
            RegistryRows.lastId(jdbc, tenant, id);
        }
        return id;
    }

    private static int version(
            JdbcClient jdbc,
            TenantId tenant,
            String subject,
            Import told,
            List<VersionRows.Row> before) {
        if (told.version().isEmpty()) {
            return VersionRows.next(jdbc, tenant, subject);
        }
        int version = told.version().get();
        if (before.stream().anyMatch(row -> row.version() == version)) {
            throw RegistryError.notPermitted(
                    "Subject %s has another schema as version %d", subject, version);
        }
        VersionRows.take(jdbc, tenant, subject, version);
        return version;
    }
}
