package dev.tidegate.governance.drift;

import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.Receipt;
import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.Where;
import dev.tidegate.platform.web.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings of a tenant, read and closed. */
public final class Findings {
    private static final String COLUMNS =
            """
            select id, state, severity, source, document, path, kind, expected, observed, contract_version,
                   count, first_seen, last_seen, examples, closed_by, closed_at, closed_why, closed_fix
            from governance.finding
            """;
    private static final String CLOSE =
            """
            update governance.finding set state = 'closed', closed_by = ?, closed_at = now(), closed_why = ?, closed_fix = ?
            where tenant = ? and id = ? and state = 'open'
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final AuditTrail audit;
    private final Receipts receipts;

    public Findings(Database database, AuditTrail audit, Receipts receipts) {
        this.database = database;
        this.audit = audit;
        this.receipts = receipts;
    }

    /** What is asked for; empty: any. */
    public record Filter(
            Optional<String> source,
            Optional<String> state,
            Optional<String> kind,
            Optional<String> severity) {}

    /** Newest first. */
    public List<Finding> before(TenantId tenant, Filter filter, long id, int limit) {
        var where =
                new Where()
                        .and("tenant = ?", tenant.value())
                        .and("id < ?", id)
                        .and("source = ?", filter.source())
                        .and("state = ?", filter.state())
                        .and("kind = ?", filter.kind())
                        .and("severity = ?", filter.severity());
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(COLUMNS + where.sql() + "\norder by id desc limit ?")
                                .params(where.values())
                                .param(limit)
                                .query((row, n) -> read(tenant, row))
                                .list());
    }

    public Optional<Finding> find(TenantId tenant, long id) {
        return database.readTenant(tenant, jdbc -> one(jdbc, tenant, id));
    }

    private Optional<Finding> one(JdbcClient jdbc, TenantId tenant, long id) {
        return jdbc.sql(COLUMNS + "where tenant = ? and id = ?")
                .params(tenant.value(), id)
                .query((row, n) -> read(tenant, row))
                .optional();
    }

    /**
     * @param fix what mended it; empty where it is let be
     * @throws dev.tidegate.platform.web.ProblemException {@code unknown_finding}, or {@code
     *     finding_closed} where somebody was first
     */
    public Finding close(Caller caller, long id, String why, String fix) {
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    int closed =
                            jdbc.sql(CLOSE)
                                    .params(
                                            caller.principal(),
                                            why,
                                            fix,
                                            caller.tenant().value(),
                                            id)
                                    .update();
                    var found =
                            one(jdbc, caller.tenant(), id)
                                    .orElseThrow(() -> DriftProblems.noFinding().asException());
                    if (closed == 0) {
                        throw DriftProblems.closed(
                                        id,
                                        Optional.ofNullable(found.closed())
                                                .map(Finding.Closing::by)
                                                .orElse("Somebody"))
                                .asException();
                    }
                    audit.record(
                            jdbc,
                            caller,
                            "finding.close",
                            Long.toString(id),
                            Map.of("why", why, "fix", fix));
                    return found;
                });
    }

    private Finding read(TenantId tenant, ResultSet row) throws SQLException {
        boolean breaking = row.getString(3).equals(Finding.BREAKING);
        return new Finding(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getLong(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                examples(tenant, JSON.readTree(row.getString(14))),
                closing(row),
                NextSteps.of(row.getString(4), row.getString(7), breaking));
    }

    private static Finding.@Nullable Closing closing(ResultSet row) throws SQLException {
        var by = row.getString(15);
        return by == null
                ? null
                : new Finding.Closing(
                        by,
                        row.getObject(16, OffsetDateTime.class).toInstant(),
                        row.getString(17),
                        row.getString(18));
    }

    private List<Finding.Example> examples(TenantId tenant, JsonNode kept) {
        var examples = new ArrayList<Finding.Example>();
        var writer = receipts.writer(tenant);
        for (JsonNode one : kept) {
            var address =
                    new RawAddress(
                            Lane.valueOf(one.path("lane").asString().toUpperCase(Locale.ROOT)),
                            one.path("partition").asInt(),
                            one.path("offset").asLong());
            examples.add(
                    new Finding.Example(
                            writer.text(Receipt.of(address)),
                            one.path("ref").asString(),
                            one.path("place").asString(),
                            one.path("observed").asString()));
        }
        return examples;
    }
}
