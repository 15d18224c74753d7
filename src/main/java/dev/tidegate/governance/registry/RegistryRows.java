package dev.tidegate.governance.registry;

import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is set for a registry and for its subjects. */
final class RegistryRows {
    private static final String BEGIN =
            "insert into governance.registry (tenant) values (?) on conflict do nothing";
    private static final String LOCK =
            "select last_id from governance.registry where tenant = ? for update";
    private static final String LAST_ID =
            "update governance.registry set last_id = greatest(last_id, ?) where tenant = ?";
    private static final String GLOBAL =
            "select compatibility, mode, semantics from governance.registry where tenant = ?";
    private static final String OF_SUBJECT =
            """
            select compatibility, mode, semantics from governance.registry_subject where tenant = ? and subject = ?
            """;
    private static final String SET_GLOBAL =
            "update governance.registry set compatibility = ?, mode = ?, semantics = ? where tenant = ?";
    private static final String SET_OF_SUBJECT =
            """
            insert into governance.registry_subject as s (tenant, subject, compatibility, mode, semantics)
            values (?, ?, ?, ?, ?)
            on conflict (tenant, subject) do update
            set compatibility = excluded.compatibility, mode = excluded.mode, semantics = excluded.semantics
            """;

    private RegistryRows() {}

    /**
     * @param level empty where nothing is set
     * @param mode empty where nothing is set
     * @param semantics whether each field must say what it means; empty where nothing is set
     */
    record Policy(Optional<Level> level, Optional<Mode> mode, Optional<Boolean> semantics) {
        static final Policy NONE = new Policy(Optional.empty(), Optional.empty(), Optional.empty());

        Policy with(Level other) {
            return new Policy(Optional.of(other), mode, semantics);
        }

        Policy with(Mode other) {
            return new Policy(level, Optional.of(other), semantics);
        }

        Policy withoutLevel() {
            return new Policy(Optional.empty(), mode, semantics);
        }

        Policy withoutMode() {
            return new Policy(level, Optional.empty(), semantics);
        }

        Policy requiring(boolean required) {
            return new Policy(level, mode, Optional.of(required));
        }

        private static Policy read(ResultSet row) throws SQLException {
            return new Policy(
                    Optional.ofNullable(row.getString(1)).map(Level::valueOf),
                    Optional.ofNullable(row.getString(2)).map(Mode::valueOf),
                    Optional.ofNullable(row.getObject(3, Boolean.class)));
        }
    }

    /** Whoever writes to a tenant's registry does it alone. Answers with the last id given. */
    static int lock(JdbcClient jdbc, TenantId tenant) {
        jdbc.sql(BEGIN).param(tenant.value()).update();
        return jdbc.sql(LOCK).param(tenant.value()).query(Integer.class).single();
    }

    static void lastId(JdbcClient jdbc, TenantId tenant, int id) {
        jdbc.sql(LAST_ID).params(id, tenant.value()).update();
    }

    static Policy global(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(GLOBAL)
                .param(tenant.value())
                .query((row, n) -> Policy.read(row))
                .optional()
                .orElse(Policy.NONE);
    }

    static Policy of(JdbcClient jdbc, TenantId tenant, String subject) {
        return jdbc.sql(OF_SUBJECT)
                .params(tenant.value(), subject)
                .query((row, n) -> Policy.read(row))
                .optional()
                .orElse(Policy.NONE);
    }

    static void setGlobal(JdbcClient jdbc, TenantId tenant, Policy policy) {
        jdbc.sql(SET_GLOBAL)
                .param(name(policy.level()))
                .param(name(policy.mode()))
                .param(policy.semantics().orElse(null))
                .param(tenant.value())
                .update();
    }

    static void set(JdbcClient jdbc, TenantId tenant, String subject, Policy policy) {
        jdbc.sql(SET_OF_SUBJECT)
                .param(tenant.value())
                .param(subject)
                .param(name(policy.level()))
                .param(name(policy.mode()))
                .param(policy.semantics().orElse(null))
                .update();
    }

    static Level level(JdbcClient jdbc, TenantId tenant, String subject) {
        return of(jdbc, tenant, subject)
                .level()
                .or(() -> global(jdbc, tenant).level())
                .orElse(Level.DEFAULT);
    }

    static Mode mode(JdbcClient jdbc, TenantId tenant, String subject) {
        return of(jdbc, tenant, subject)
                .mode()
                .or(() -> global(jdbc, tenant).mode())
                .orElse(Mode.READWRITE);
    }

    /** Whether each field of a subject's schemas must say what it means. */
    static boolean semantics(JdbcClient jdbc, TenantId tenant, String subject) {
        return of(jdbc, tenant, subject)
                .semantics()
                .or(() -> global(jdbc, tenant).semantics())
                .orElse(false);
    }

    private static @Nullable String name(Optional<? extends Enum<?>> value) {
        return value.map(Enum::name).orElse(null);
    }
}
