package dev.tidegate.governance.source;

import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.Refresher;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sources and mappings with a copy in memory. Sources that changed are read twice a second;
 * mappings never change and are read when first asked for.
 */
public final class SourceTable implements SourceCatalog, MappingCatalog, AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    /** Looked at again each time: a transaction may become visible after a later one. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int MAPPINGS_MAX = 1_000;
    private static final String TENANTS = "select tenant from governance.tenant";
    private static final String MAPPING =
            """
            select expression from governance.mapping where tenant = ? and name = ? and version = ?
            """;

    private static final String NEWEST =
            """
            select version, expression from governance.mapping where tenant = ? and name = ?
            order by version desc limit 1
            """;

    private final Database database;
    private final Map<Key, SourceDefinition> sources = new ConcurrentHashMap<>();
    private final Map<TenantId, SourceDefinition> commands = new ConcurrentHashMap<>();
    private final Map<MappingKey, MappingVersion> mappings = new ConcurrentHashMap<>();
    private final Refresher refresher;
    private Instant seenUntil = Instant.EPOCH;

    private record Key(TenantId tenant, SourceId source) {}

    private record MappingKey(TenantId tenant, String name, int version) {}

    public SourceTable(Database database) {
        this.database = database;
        this.refresher = new Refresher("sources", EVERY, this::refresh);
    }

    @Override
    public Optional<SourceDefinition> find(TenantId tenant, SourceId source) {
        return source.equals(CommandSource.ID)
                ? Optional.of(commands.computeIfAbsent(tenant, CommandSource::of))
                : Optional.ofNullable(sources.get(new Key(tenant, source)));
    }

    @Override
    public Optional<MappingVersion> find(TenantId tenant, String name, int version) {
        var key = new MappingKey(tenant, name, version);
        var known = mappings.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found =
                database.readTenant(
                        tenant,
                        jdbc ->
                                jdbc.sql(MAPPING)
                                        .params(tenant.value(), name, version)
                                        .query(String.class)
                                        .optional());
        return found.map(expression -> remember(key, expression));
    }

    @Override
    public Optional<MappingVersion> newest(TenantId tenant, String name) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(NEWEST)
                                .params(tenant.value(), name)
                                .query(
                                        (row, n) ->
                                                new MappingVersion(
                                                        name, row.getInt(1), row.getString(2)))
                                .optional());
    }

    private MappingVersion remember(MappingKey key, String expression) {
        if (mappings.size() >= MAPPINGS_MAX) {
            mappings.clear();
        }
        var mapping = new MappingVersion(key.name(), key.version(), expression);
        mappings.put(key, mapping);
        return mapping;
    }

    /** Brings the copy up to now; a change made here is seen here at once. */
    public synchronized void refresh() {
        List<TenantId> tenants =
                database.unscoped(jdbc -> jdbc.sql(TENANTS).query(String.class).list()).stream()
                        .map(TenantId::new)
                        .toList();
        if (tenants.isEmpty()) {
            return;
        }
        var since = OffsetDateTime.ofInstant(seenUntil, ZoneOffset.UTC);
        for (var row : database.inTenants(tenants, jdbc -> SourceRows.changedSince(jdbc, since))) {
            var definition = row.definition();
            sources.put(new Key(definition.tenant(), definition.source()), definition);
            var next = row.changedAt().minus(OVERLAP);
            seenUntil = next.isAfter(seenUntil) ? next : seenUntil;
        }
    }

    @Override
    public void close() {
        refresher.close();
    }
}
