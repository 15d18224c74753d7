package dev.tidegate.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.testing.Plant;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {
    private static final String OBJECTS =
            """
            select n.nspname || '.' || c.relname || ' ' || c.relkind::text || ' '
                   || coalesce((select string_agg(attname || ':' || format_type(atttypid, atttypmod), ',' order by attnum)
                                from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('platform', 'governance', 'operations') and c.relname not like 'flyway%'
            union all
            select n.nspname || '.' || p.proname || '()' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('platform', 'governance', 'operations')
            order by 1
            """;

    @Test
    void theWayBackLeavesNothingAndTheWayForwardIsTheSameAgain() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            var made = objects(plant);
            var migrations = new Migrations(plant.databaseSettings());

            migrations.back();
            assertThat(objects(plant)).isEmpty();

            migrations.forward();
            assertThat(objects(plant)).isEqualTo(made).hasSizeGreaterThan(20);
        }
    }

    @Test
    void aDatabaseThatAnotherBuildLaidOutIsLeftAloneAndCalledThat() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            plant.owner()
                    .sql("update operations.flyway_history set checksum = 1 where version = '1'")
                    .update();
            var made = objects(plant);

            assertThatThrownBy(() -> new Migrations(plant.databaseSettings()).forward())
                    .isInstanceOf(ForeignSchema.class)
                    .hasMessageContaining("another build", "operations");
            assertThat(objects(plant)).isEqualTo(made);
        }
    }

    @Test
    void aStartWithNothingToDoNeedsNoOwnerAndOneAfterTheWayBackDoes() {
        try (var plant = Plant.open(MigrationsTest.class)) {
            var settings = plant.databaseSettings();
            var stranger =
                    new Migrations(
                            new DatabaseSettings(
                                    settings.url(),
                                    settings.ownerUser(),
                                    "not the owner's password",
                                    settings.appUser(),
                                    settings.appPassword(),
                                    settings.poolMax(),
                                    settings.connectTimeout(),
                                    settings.statementTimeout()));
            var anyone = plant.database().dataSource();
            stranger.forwardUnlessThere(anyone);

            new Migrations(settings).back();
            assertThatThrownBy(() -> stranger.forwardUnlessThere(anyone))
                    .hasRootCauseInstanceOf(SQLException.class);

            new Migrations(settings).forwardUnlessThere(anyone);
            stranger.forwardUnlessThere(anyone);
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

    private static List<String> objects(Plant plant) {
        return plant.owner().sql(OBJECTS).query(String.class).list();
    }
}
