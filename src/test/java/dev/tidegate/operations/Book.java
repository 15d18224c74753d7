package dev.tidegate.operations;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.Applier;
import dev.tidegate.operations.journal.Outcome;
import dev.tidegate.operations.state.StateHash;
import dev.tidegate.operations.state.StateQueries;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.TenantId;
import dev.tidegate.testing.Plant;
import java.time.Clock;
import java.util.List;

/** One tenant's books in tests: what is applied, and what stands there afterwards. */
public final class Book {
    private static final String BALANCE =
            """
            select on_hand, reserved, available, in_transit, shortage from operations.stock
            where tenant = ? and item = ? and location = ? and lot = ''
            """;
    private static final String DUE =
            "select due from operations.order_item where tenant = ? and number = ? and item = ?";

    private final Plant plant;
    private final TenantId tenant;
    private final Applier applier = new Applier(Clock.systemUTC());

    private Book(Plant plant, TenantId tenant) {
        this.plant = plant;
        this.tenant = tenant;
    }

    public static Book fresh(Plant plant) {
        return new Book(plant, plant.tenant("t" + Long.toString(System.nanoTime(), 36)));
    }

    public TenantId tenant() {
        return tenant;
    }

    public Events events() {
        return new Events(tenant);
    }

    /** In one transaction. */
    public List<Outcome> apply(List<CanonicalEvent> events) {
        return plant.database().inTenant(tenant, jdbc -> applier.apply(jdbc, events));
    }

    public List<Fate> apply(CanonicalEvent... events) {
        return apply(List.of(events)).stream().map(Outcome::fate).toList();
    }

    public StateHash state() {
        return new StateQueries(plant.database()).of(tenant);
    }

    /** Quantities as decimals; zeros where the books hold nothing. */
    public record Balance(
            String onHand, String reserved, String available, String inTransit, String shortage) {}

    public Balance balance(String item, String location) {
        return plant.database()
                .readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(BALANCE)
                                        .params(tenant.value(), item, location)
                                        .query(
                                                (row, n) ->
                                                        new Balance(
                                                                text(row.getLong(1)),
                                                                text(row.getLong(2)),
                                                                text(row.getLong(3)),
                                                                text(row.getLong(4)),
                                                                text(row.getLong(5))))
                                        .optional()
                                        .orElse(new Balance("0", "0", "0", "0", "0")));
    }

    public String due(String order, String item) {
        return plant.database()
                .readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(DUE)
                                        .params(tenant.value(), order, item)
                                        .query((row, n) -> text(row.getLong(1)))
                                        .optional()
                                        .orElse("0"));
    }

    public long count(String fromWhere) {
        return plant.database()
                .readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql("select count(*) from operations." + fromWhere)
                                        .query(Long.class)
                                        .single());
    }

    private static String text(long millionths) {
        return new Quantity(millionths).toString();
    }
}
