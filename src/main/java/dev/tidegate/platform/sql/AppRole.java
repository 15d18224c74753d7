package dev.tidegate.platform.sql;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The role the program runs as must be unable to pass row-level security: superusers, BYPASSRLS
 * roles and owners of unforced tables ignore every policy, silently.
 */
public final class AppRole {
    private static final String ROLE =
            "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";
    private static final String UNGUARDED =
            """
            select c.oid::regclass::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('platform', 'governance', 'operations') and c.relkind in ('r', 'p')
              and (pg_get_userbyid(c.relowner) = current_user
                   or (exists (select from pg_attribute a
                               where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
                       and not (c.relrowsecurity and c.relforcerowsecurity)
                       and c.oid::regclass::text not in ('governance.tenant', 'governance.client')))
            """;

    private AppRole() {}

    /**
     * @throws IllegalStateException naming what must be changed, when the role could pass the
     *     policies
     */
    public static void refuseUnlessGuarded(Database database) {
        List<String> faults = database.unscoped(AppRole::faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "start refused, tenants would not be walled off: " + String.join("; ", faults));
        }
    }

    private static List<String> faults(JdbcClient jdbc) {
        var faults = new ArrayList<String>();
        if (jdbc.sql(ROLE).query(Boolean.class).single()) {
            faults.add(
                    "the application's role is SUPERUSER or BYPASSRLS: run"
                            + " 'alter role <app> nosuperuser nobypassrls'");
        }
        for (String table : jdbc.sql(UNGUARDED).query(String.class).list()) {
            faults.add(
                    table
                            + " is owned by the application's role or has no forced row-level security");
        }
        return faults;
    }
}
