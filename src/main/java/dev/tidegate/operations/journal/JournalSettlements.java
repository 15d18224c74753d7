package dev.tidegate.operations.journal;

import dev.tidegate.contract.Fate;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.Settlements;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Patience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** As the journal has them; found by its primary key. */
final class JournalSettlements implements Settlements {
    private static final String SELECT =
            """
            select log_offset, max(entries) as entries, count(*) filter (where entry < entries) as settled,
                   count(*) filter (where fate = 'applied') as applied,
                   count(*) filter (where fate = 'duplicate') as duplicate,
                   count(*) filter (where fate = 'stale') as stale,
                   count(*) filter (where fate = 'parked') as parked,
                   count(*) filter (where fate = 'dead') as dead
            from operations.journal
            """;

    private final Patience patience;

    JournalSettlements(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Map<Long, Settled> of(
            TenantId tenant,
            Optional<SourceId> source,
            Lane lane,
            int partition,
            long from,
            long to) {
        var where =
                new Where()
                        .and("log_offset >= ?", from)
                        .and("log_offset < ?", to)
                        .and("lane = ?", lane.ordinal())
                        .and("partition = ?", partition)
                        .and("tenant = ?", tenant.value())
                        .and("source = ?", source, SourceId::value);
        return patience.read(
                tenant,
                jdbc -> {
                    var found = new HashMap<Long, Settled>();
                    jdbc.sql(SELECT + where.sql() + "\ngroup by log_offset")
                            .params(where.values())
                            .query(
                                    row -> {
                                        found.put(row.getLong("log_offset"), settled(row));
                                    });
                    return found;
                });
    }

    private static Settled settled(ResultSet row) throws SQLException {
        var fates = new EnumMap<Fate, Long>(Fate.class);
        for (Fate fate : Fate.values()) {
            fates.put(fate, row.getLong(fate.label()));
        }
        return new Settled(row.getLong("entries"), row.getLong("settled"), fates);
    }
}
