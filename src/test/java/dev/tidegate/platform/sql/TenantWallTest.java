package dev.tidegate.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.testing.Plant;
import org.junit.jupiter.api.Test;

class TenantWallTest {
    /** Tables with a tenant column whose policy is missing or not forced. */
    private static final String UNGUARDED =
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('platform', 'governance', 'operations') and c.relkind in ('r', 'p')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and exists (select from pg_policy p where p.polrelid = c.oid))
            order by 1
            """;

    /** The directory itself (tenants, their clients) is read before any tenant is known. */
    @Test
    void everyTableWithATenantIsWalledButTheDirectory() {
        try (var plant = Plant.open(TenantWallTest.class)) {
            assertThat(plant.owner().sql(UNGUARDED).query(String.class).list())
                    .containsExactly("governance.client", "governance.tenant");
        }
    }
}
