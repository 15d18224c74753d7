package dev.tidegate.governance.source;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.AgreementJson;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code governance.source}, read and written. */
final class SourceRows {
    private static final String COLUMNS =
            """
            select s.tenant, s.source, s.adapter, s.mapping, s.mapping_version, m.expression, s.dedupe_key,
                   s.ordering_key, s.contract, s.parameters, s.strictness,
                   extract(epoch from s.freshness_objective)::bigint, s.changed_by, s.changed_at,
                   c.version, c.documents
            from governance.source s
                 join governance.mapping m
                   on m.tenant = s.tenant and m.name = s.mapping and m.version = s.mapping_version
                 left join governance.source_contract c
                   on c.tenant = s.tenant and c.source = s.source and c.version = s.contract_version
            """;
    private static final String CHANGED = COLUMNS + "where s.changed_at >= ?";
    private static final String ONE = COLUMNS + "where s.tenant = ? and s.source = ?";
    private static final String AFTER =
            COLUMNS + "where s.tenant = ? and s.source > ? order by s.source limit ?";
    private static final String PUT =
            """
            insert into governance.source (tenant, source, adapter, mapping, mapping_version, dedupe_key,
                ordering_key, contract, parameters, strictness, freshness_objective, changed_by, contract_version)
            values (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?::jsonb, ?::jsonb, ?, ? * interval '1 second', ?,
                nullif(?, 0))
            on conflict (tenant, source) do update set adapter = excluded.adapter, mapping = excluded.mapping,
                mapping_version = excluded.mapping_version, dedupe_key = excluded.dedupe_key,
                ordering_key = excluded.ordering_key, contract = excluded.contract,
                parameters = excluded.parameters, strictness = excluded.strictness,
                freshness_objective = excluded.freshness_objective, changed_by = excluded.changed_by,
                changed_at = now(), contract_version = excluded.contract_version
            returning old.source is null
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SourceRows() {}

    /** The part of a contract that stands in the source's own row. */
    private record Kept(List<String> types, List<String> requiredFields) {
        static Kept of(Contract contract) {
            return new Kept(contract.types(), contract.requiredFields());
        }

        Contract asContract() {
            return new Contract(types, requiredFields);
        }
    }

    record Row(SourceDefinition definition, String changedBy, Instant changedAt) {}

    static List<Row> changedSince(JdbcClient jdbc, OffsetDateTime since) {
        return jdbc.sql(CHANGED).param(since).query((row, n) -> read(row)).list();
    }

    static Optional<Row> one(JdbcClient jdbc, TenantId tenant, SourceId source) {
        return jdbc.sql(ONE)
                .params(tenant.value(), source.value())
                .query((row, n) -> read(row))
                .optional();
    }

    static List<Row> after(JdbcClient jdbc, TenantId tenant, String source, int limit) {
        return jdbc.sql(AFTER)
                .params(tenant.value(), source, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Whether there was none before. */
    static boolean put(JdbcClient jdbc, SourceDefinition source, String principal) {
        return jdbc.sql(PUT)
                .params(
                        source.tenant().value(),
                        source.source().value(),
                        source.adapter().name(),
                        source.mapping().name(),
                        source.mapping().version(),
                        source.dedupeKey().orElse(""),
                        source.orderingKey().orElse(""),
                        JSON.writeValueAsString(Kept.of(source.contract())),
                        JSON.writeValueAsString(source.parameters()),
                        source.strictness().name(),
                        source.freshnessObjective().toSeconds(),
                        principal,
                        source.contract().fields().map(Agreement::version).orElse(0))
                .query(Boolean.class)
                .single();
    }

    private static Optional<Agreement> agreement(ResultSet row) throws SQLException {
        int version = row.getInt(15);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Agreement(version, AgreementJson.documents(row.getString(16))));
    }

    private static Row read(ResultSet row) throws SQLException {
        var definition =
                new SourceDefinition(
                        new TenantId(row.getString(1)),
                        new SourceId(row.getString(2)),
                        Adapter.valueOf(row.getString(3)),
                        new MappingVersion(row.getString(4), row.getInt(5), row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8)),
                        JSON.readValue(row.getString(9), Kept.class)
                                .asContract()
                                .agreeing(agreement(row)),
                        JSON.readValue(
                                row.getString(10), new TypeReference<Map<String, String>>() {}),
                        Strictness.valueOf(row.getString(11)),
                        Duration.ofSeconds(row.getLong(12)));
        return new Row(
                definition, row.getString(13), row.getObject(14, OffsetDateTime.class).toInstant());
    }
}
