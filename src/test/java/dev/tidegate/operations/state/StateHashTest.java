package dev.tidegate.operations.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Plant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateHashTest {
    private static final String COUNT =
            """
            insert into operations.stock_count (tenant, item, location, lot, counted_at, content, number, source, quantity)
            values (?, ?, 'DC1', '', '2026-11-24T08:00Z', '00000000-0000-0000-0000-000000000001', ?, 'json', 7)
            """;
    private static final String STOCK =
            """
            insert into operations.stock (tenant, item, location, lot, moved, changed_at, version)
            values (?, 'SKU-1', 'DC1', '', 5, ?::timestamptz, ?)
            """;

    /** Tables of the module that hold no business state. */
    private static final List<String> HOW_IT_CAME_ABOUT =
            List.of("dead_letter", "flyway_history", "idempotency", "journal", "outbox");

    private static Plant plant;
    private static StateQueries state;
    private TenantId tenant;

    @BeforeAll
    static void open() {
        plant = Plant.open(StateHashTest.class);
        state = new StateQueries(plant.database());
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @BeforeEach
    void anotherTenant() {
        tenant = plant.tenant("t" + Long.toString(System.nanoTime(), 36));
    }

    @Test
    void theOrderOfRowsHasNoPartInIt() {
        count(tenant, "SKU-1", "C1");
        count(tenant, "SKU-2", "C2");
        var before = state.of(tenant);
        clear("stock_count");
        count(tenant, "SKU-2", "C2");
        count(tenant, "SKU-1", "C1");

        assertThat(state.of(tenant)).isEqualTo(before);
        assertThat(before.tables().stream().mapToLong(StateHash.Table::rows).sum()).isEqualTo(2);
    }

    @Test
    void clocksAndCountersOfChangesHaveNoPartInIt() {
        stock(tenant, "2026-11-24T08:00Z", 1);
        var before = state.of(tenant);
        clear("stock");
        stock(tenant, "2026-11-25T08:00Z", 900);

        assertThat(state.of(tenant)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everythingElseChangesIt(String change) {
        stock(tenant, "2026-11-24T08:00Z", 1);
        count(tenant, "SKU-1", "C1");
        var before = state.of(tenant);

        plant.database().inTenant(tenant, jdbc -> jdbc.sql(change).update());

        assertThat(state.of(tenant).hash()).isNotEqualTo(before.hash());
    }

    static Stream<String> changes() {
        return Stream.of(
                "update operations.stock set moved = moved + 1",
                "update operations.stock set demand = 1",
                "update operations.stock_count set number = 'C9'",
                "delete from operations.stock_count");
    }

    /** A new table is business state until somebody says that it is not. */
    @Test
    void noTableIsForgotten() {
        var tables =
                plant.owner()
                        .sql("select tablename from pg_tables where schemaname = 'operations'")
                        .query(String.class)
                        .list();

        assertThat(tables).containsAll(HOW_IT_CAME_ABOUT);
        assertThat(state.of(tenant).tables().stream().map(StateHash.Table::name))
                .containsExactlyInAnyOrderElementsOf(
                        tables.stream().filter(t -> !HOW_IT_CAME_ABOUT.contains(t)).toList());
    }

    private void count(TenantId tenant, String item, String number) {
        plant.database()
                .inTenant(
                        tenant,
                        jdbc -> jdbc.sql(COUNT).params(tenant.value(), item, number).update());
    }

    private void stock(TenantId tenant, String changedAt, long version) {
        plant.database()
                .inTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(STOCK)
                                        .params(tenant.value(), changedAt, version)
                                        .update());
    }

    private void clear(String table) {
        plant.database()
                .inTenant(tenant, jdbc -> jdbc.sql("delete from operations." + table).update());
    }
}
