package dev.tidegate.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.testing.Plant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {
    private static final String TABLES =
            """
            select count(*) from pg_tables
            where schemaname in ('platform', 'governance', 'operations') and tablename <> 'flyway_history'
            """;

    @Test
    void theWayBackLeavesNothingAndTheWayForwardWorksAgain() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            long tables = count(plant);
            var migrations = new Migrations(plant.databaseSettings());

            migrations.back();
            assertThat(count(plant)).isZero();

            migrations.forward();
            assertThat(count(plant)).isEqualTo(tables).isPositive();
        }
    }

    @Test
    void theApplicationsRoleIsAcceptedAndTheOwnerIsRefused() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            AppRole.refuseUnlessGuarded(plant.database());

            var settings = plant.databaseSettings();
            var asOwner =
                    new Database(
                            new DriverManagerDataSource(
                                    settings.url(),
                                    settings.ownerUser(),
                                    settings.ownerPassword()));
            assertThatThrownBy(() -> AppRole.refuseUnlessGuarded(asOwner))
                    .hasMessageContaining("start refused")
                    .hasMessageContaining("operations.journal");
        }
    }

    @Test
    void aTransactionSeesOnlyTheTenantsItNamed() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            var acme = plant.tenant("acme");
            var globex = plant.tenant("globex");
            plant.database()
                    .inTenant(
                            acme,
                            jdbc ->
                                    jdbc.sql(
                                                    "insert into operations.outbox (tenant, facts) values ('acme', '')")
                                            .update());

            var rows = "select count(*) from operations.outbox";
            assertThat(
                            plant.database()
                                    .<Long>readTenant(
                                            acme,
                                            jdbc -> jdbc.sql(rows).query(Long.class).single()))
                    .isEqualTo(1);
            assertThat(
                            plant.database()
                                    .<Long>readTenant(
                                            globex,
                                            jdbc -> jdbc.sql(rows).query(Long.class).single()))
                    .isZero();
            assertThat(
                            plant.database()
                                    .<Long>unscoped(
                                            jdbc -> jdbc.sql(rows).query(Long.class).single()))
                    .isZero();
            assertThatThrownBy(
                            () ->
                                    plant.database()
                                            .inTenant(
                                                    globex,
                                                    jdbc ->
                                                            jdbc.sql(
                                                                            "insert into operations.outbox (tenant, facts) values ('acme', '')")
                                                                    .update()))
                    .hasStackTraceContaining("row-level security");
        }
    }

    private static long count(Plant plant) {
        return plant.owner().sql(TABLES).query(Long.class).single();
    }
}
