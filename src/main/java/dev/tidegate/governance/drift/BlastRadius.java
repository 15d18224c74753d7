package dev.tidegate.governance.drift;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom a change of a field touches: the mapping versions that read it, the canonical fields that
 * its value lands in, the resources that show those, and who asked them when last.
 */
public final class BlastRadius {
    /** Lists are told once or more often, so a contract's path and the tree's differ by their *. */
    private static final String READS =
            """
            select path, mapping, event_type, field, last_read_at from governance.field_read
            where tenant = ? and source = ?
              and (replace(path, '/*', '') = replace(?, '/*', '') or starts_with(replace(path, '/*', ''), replace(?, '/*', '') || '/'))
            order by last_read_at desc, path, mapping, event_type, field limit 500
            """;

    private static final String CLIENTS =
            """
            select client, endpoint, last_read_at from governance.endpoint_read
            where tenant = ? and exists (select from unnest(?::text[]) as p(prefix) where starts_with(endpoint, p.prefix))
            order by last_read_at desc, client, endpoint limit 500
            """;

    /** Which resources show an event of a type. */
    private static final Map<String, List<String>> SHOWN_BY =
            Map.of(
                    "order", List.of("GET /v1/orders"),
                    "shipment", List.of("GET /v1/shipments"),
                    "shipment_milestone", List.of("GET /v1/shipments"),
                    "stock_movement", List.of("GET /v1/inventory"),
                    "stock_count", List.of("GET /v1/inventory"),
                    "order_response", List.of("GET /v1/documents"),
                    "invoice", List.of("GET /v1/documents"),
                    "acknowledgement", List.of("GET /v1/documents"),
                    "document", List.of("GET /v1/documents"),
                    "visibility_event", List.of("GET /epcis/v2/events"));

    /** Shows what comes of every type. */
    private static final String STREAM = "GET /v1/stream";

    private final Database database;

    public BlastRadius(Database database) {
        this.database = database;
    }

    /**
     * @param lastReadAt acceptance of the last message in which the reading was seen; looked at a
     *     few times a minute
     */
    public record MappingRead(String mapping, Instant lastReadAt) {}

    /**
     * @param path in the source's documents, the asked one or below it
     * @param type canonical type
     * @param field canonical field
     */
    public record Landing(String path, String type, String field, Instant lastReadAt) {}

    /** A client of the API and what it asked; written twice a minute. */
    public record ClientRead(String client, String endpoint, Instant lastReadAt) {}

    /**
     * @param mappings that read the field
     * @param canonical fields that its value lands in
     * @param resources that show those
     * @param clients that asked one of the resources
     */
    public record Told(
            String source,
            String path,
            List<MappingRead> mappings,
            List<Landing> canonical,
            List<String> resources,
            List<ClientRead> clients) {}

    private record Row(String path, String mapping, String type, String field, Instant at) {}

    public Told of(TenantId tenant, SourceId source, String path) {
        return database.readTenant(tenant, jdbc -> of(jdbc, tenant, source, path));
    }

    private static Told of(JdbcClient jdbc, TenantId tenant, SourceId source, String path) {
        var rows =
                jdbc.sql(READS)
                        .params(tenant.value(), source.value(), path, path)
                        .query(BlastRadius::row)
                        .list();
        var landings =
                rows.stream()
                        .filter(row -> !row.type().isEmpty())
                        .map(row -> new Landing(row.path(), row.type(), row.field(), row.at()))
                        .toList();
        var resources = resources(landings);
        return new Told(
                source.value(),
                path,
                mappings(rows),
                landings.stream().distinct().toList(),
                resources,
                resources.isEmpty() ? List.of() : clients(jdbc, tenant, resources));
    }

    private static List<MappingRead> mappings(List<Row> rows) {
        var last = new LinkedHashMap<String, Instant>();
        rows.forEach(row -> last.merge(row.mapping(), row.at(), (a, b) -> a.isAfter(b) ? a : b));
        return last.entrySet().stream()
                .map(one -> new MappingRead(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<String> resources(List<Landing> landings) {
        var resources = new TreeSet<String>();
        landings.forEach(
                landing -> resources.addAll(SHOWN_BY.getOrDefault(landing.type(), List.of())));
        return resources.isEmpty()
                ? List.of()
                : Stream.concat(resources.stream(), Stream.of(STREAM)).toList();
    }

    private static List<ClientRead> clients(
            JdbcClient jdbc, TenantId tenant, List<String> resources) {
        return jdbc.sql(CLIENTS)
                .params(tenant.value(), resources.toArray(String[]::new))
                .query(
                        (row, n) ->
                                new ClientRead(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
