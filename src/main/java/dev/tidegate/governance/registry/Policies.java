package dev.tidegate.governance.registry;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.registry.RegistryRows.Policy;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels and modes, of the whole registry and of single subjects. */
final class Policies {
    private static final String HAS_SCHEMAS =
            """
            select exists (select from governance.registry_version
            where tenant = ? and (subject = ? or ?))
            """;

    private final Database database;
    private final AuditTrail audit;
    private final RegistrySettings settings;

    Policies(Database database, AuditTrail audit, RegistrySettings settings) {
        this.database = database;
        this.audit = audit;
        this.settings = settings;
    }

    /** What is set for the whole registry, or for one subject and nothing else. */
    Policy of(TenantId tenant, Optional<String> subject) {
        return database.readTenant(tenant, jdbc -> of(jdbc, tenant, subject));
    }

    private static Policy of(JdbcClient jdbc, TenantId tenant, Optional<String> subject) {
        return subject.map(one -> RegistryRows.of(jdbc, tenant, one))
                .orElseGet(() -> RegistryRows.global(jdbc, tenant));
    }

    void put(Caller caller, Optional<String> subject, Level level) {
        change(
                caller,
                subject,
                "schema.compatibility",
                level.name(),
                (jdbc, was) -> was.with(level));
    }

    /** From now on: what is registered already stays. */
    void requireSemantics(Caller caller, Optional<String> subject, boolean required) {
        change(
                caller,
                subject,
                "schema.semantics",
                String.valueOf(required),
                (jdbc, was) -> was.requiring(required));
    }

    /**
     * @param force whether schemas of other origin may be among those imported
     */
    void put(Caller caller, Optional<String> subject, Mode mode, boolean force) {
        change(
                caller,
                subject,
                "schema.mode",
                mode.name(),
                (jdbc, was) -> {
                    if (mode == Mode.IMPORT && !force) {
                        refuseMixing(jdbc, caller.tenant(), subject);
                    }
                    return was.with(mode);
                });
    }

    /** Two schemas of one id would be the end of both. */
    private static void refuseMixing(JdbcClient jdbc, TenantId tenant, Optional<String> subject) {
        boolean mixing =
                jdbc.sql(HAS_SCHEMAS)
                        .params(tenant.value(), subject.orElse(""), subject.isEmpty())
                        .query(Boolean.class)
                        .single();
        if (mixing) {
            throw RegistryError.notPermitted(
                    "Cannot import since found existing subjects; force=true imports beside them");
        }
    }

    /** Answers with what was set. */
    Policy unsetLevel(Caller caller, Optional<String> subject) {
        return change(
                caller,
                subject,
                "schema.compatibility",
                "unset",
                (jdbc, was) -> {
                    if (subject.isPresent() && was.level().isEmpty()) {
                        throw RegistryError.subjectNotFound(subject.get());
                    }
                    return was.withoutLevel();
                });
    }

    /** Answers with what was set. */
    Policy unsetMode(Caller caller, Optional<String> subject) {
        return change(
                caller,
                subject,
                "schema.mode",
                "unset",
                (jdbc, was) -> {
                    if (subject.isPresent() && was.mode().isEmpty()) {
                        throw RegistryError.subjectNotFound(subject.get());
                    }
                    return was.withoutMode();
                });
    }

    private Policy change(
            Caller caller,
            Optional<String> subject,
            String action,
            String value,
            BiFunction<JdbcClient, Policy, Policy> change) {
        subject.ifPresent(Subjects::refuseUnusable);
        var tenant = caller.tenant();
        return database.inTenant(
                tenant,
                jdbc -> {
                    RegistryRows.lock(jdbc, tenant);
                    subject.ifPresent(
                            one ->
                                    Subjects.refuseTooMany(
                                            jdbc, tenant, one, settings.subjectsMax()));
                    var was = of(jdbc, tenant, subject);
                    var now = change.apply(jdbc, was);
                    subject.ifPresentOrElse(
                            one -> RegistryRows.set(jdbc, tenant, one, now),
                            () -> RegistryRows.setGlobal(jdbc, tenant, now));
                    audit.record(jdbc, caller, action, subject.orElse("*"), Map.of("to", value));
                    return was;
                });
    }
}
