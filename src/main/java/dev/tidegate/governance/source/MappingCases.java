package dev.tidegate.governance.source;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.JsonDifference;
import dev.tidegate.platform.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Golden cases of mappings: kept, tried, and in the way of a version that breaks one. */
public final class MappingCases {
    static final int CASES_MAX = 200;
    public static final int CONTENT_SIZE_MAX = 256 * 1024;
    private static final int DIFFERENCES_MAX = 20;
    private static final String COLUMNS =
            """
            select mapping, name, source, content_type, content, expected, changed_by, changed_at
            from governance.mapping_case where tenant = ? and mapping = ?
            """;
    private static final String PUT =
            """
            insert into governance.mapping_case (tenant, mapping, name, source, content_type, content, expected, changed_by)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (tenant, mapping, name) do update set source = excluded.source, content_type = excluded.content_type,
                content = excluded.content, expected = excluded.expected, changed_by = excluded.changed_by, changed_at = now()
            """;
    private static final String DELETE =
            "delete from governance.mapping_case where tenant = ? and mapping = ? and name = ?";

    private final Database database;
    private final AuditTrail audit;
    private final SourceCatalog sources;
    private final MappingTrial trial;
    private final JsonMapper json;

    public MappingCases(
            Database database,
            AuditTrail audit,
            SourceCatalog sources,
            MappingTrial trial,
            JsonMapper json) {
        this.database = database;
        this.audit = audit;
        this.sources = sources;
        this.trial = trial;
        this.json = json;
    }

    /** What a mapping made of a case, held against what it has to make of it. */
    public record Tried(String name, boolean passed, List<JsonDifference> differences) {}

    List<MappingCase> of(TenantId tenant, String mapping) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(COLUMNS + "order by name limit ?")
                                .params(tenant.value(), mapping, CASES_MAX)
                                .query(this::read)
                                .list());
    }

    Optional<MappingCase> find(TenantId tenant, String mapping, String name) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(COLUMNS + "and name = ?")
                                .params(tenant.value(), mapping, name)
                                .query(this::read)
                                .optional());
    }

    void put(Caller caller, MappingCase wanted) {
        var known = of(caller.tenant(), wanted.mapping());
        if (known.size() >= CASES_MAX
                && known.stream().noneMatch(one -> one.name().equals(wanted.name()))) {
            throw SourceProblems.tooManyCases(wanted.mapping()).asException();
        }
        database.inTenant(
                caller.tenant(),
                jdbc -> {
                    write(jdbc, caller, wanted);
                    audit.record(
                            jdbc,
                            caller,
                            "mapping.case.put",
                            wanted.mapping() + "/" + wanted.name(),
                            Map.of());
                    return true;
                });
    }

    private void write(JdbcClient jdbc, Caller caller, MappingCase wanted) {
        jdbc.sql(PUT)
                .params(
                        caller.tenant().value(),
                        wanted.mapping(),
                        wanted.name(),
                        wanted.source(),
                        wanted.contentType(),
                        wanted.content(),
                        json.writeValueAsString(wanted.expected()),
                        caller.principal())
                .update();
    }

    /** Whether there was such a case. */
    boolean delete(Caller caller, String mapping, String name) {
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    boolean there =
                            jdbc.sql(DELETE).params(caller.tenant().value(), mapping, name).update()
                                    > 0;
                    if (there) {
                        audit.record(
                                jdbc,
                                caller,
                                "mapping.case.delete",
                                mapping + "/" + name,
                                Map.of());
                    }
                    return there;
                });
    }

    /** Bytes as a source would get them. */
    public record Sample(String source, String contentType, byte[] content) {}

    /**
     * The same, and with each event in {@code provenance} where its fields came from, if that is
     * wanted.
     */
    List<JsonNode> events(
            TenantId tenant, Sample sample, MappingVersion mapping, boolean provenance) {
        var events =
                events(tenant, sample.source(), mapping, sample.contentType(), sample.content());
        if (provenance) {
            var origins = origins(tenant, sample, mapping);
            for (int i = 0; i < Math.min(events.size(), origins.size()); i++) {
                ((ObjectNode) events.get(i)).set("provenance", json.valueToTree(origins.get(i)));
            }
        }
        return events;
    }

    /** Of each of these events, where its fields came from. */
    List<List<FieldOrigin>> origins(TenantId tenant, Sample sample, MappingVersion mapping) {
        return trial.origins(
                source(tenant, sample.source()).reading(mapping),
                sample.contentType(),
                sample.content());
    }

    private SourceDefinition source(TenantId tenant, String source) {
        return sources.find(tenant, new SourceId(source))
                .orElseThrow(() -> SourceProblems.unknownSource(source).asException());
    }

    /** The events that an expression makes of bytes, read as the source reads its own. */
    List<JsonNode> events(
            TenantId tenant,
            String source,
            MappingVersion mapping,
            String contentType,
            byte[] content) {
        return trial.read(source(tenant, source).reading(mapping), contentType, content);
    }

    List<Tried> tryAll(TenantId tenant, MappingVersion mapping) {
        return of(tenant, mapping.name()).stream().map(one -> tried(tenant, mapping, one)).toList();
    }

    private Tried tried(TenantId tenant, MappingVersion mapping, MappingCase one) {
        var events = events(tenant, one.source(), mapping, one.contentType(), one.content());
        var differences =
                JsonDifference.between(plain(one.expected()), plain(events), DIFFERENCES_MAX);
        return new Tried(one.name(), differences.isEmpty(), differences);
    }

    /** As read from text: the same number is the same, whatever type it was made with. */
    private JsonNode plain(List<JsonNode> events) {
        return json.readTree(json.writeValueAsString(events));
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code golden_case_fails}, with the first
     *     differences of each case that does
     */
    void refuseWhatBreaksOne(TenantId tenant, MappingVersion mapping) {
        var places = new ArrayList<Problem.Place>();
        for (Tried one : tryAll(tenant, mapping)) {
            for (JsonDifference difference : one.differences()) {
                places.add(
                        new Problem.Place(
                                "/cases/" + one.name() + difference.pointer(),
                                "expected %s, got %s"
                                        .formatted(difference.before(), difference.after())));
            }
        }
        if (!places.isEmpty()) {
            throw SourceProblems.goldenCaseFails(mapping.name(), places).asException();
        }
    }

    private MappingCase read(ResultSet row, int n) throws SQLException {
        return new MappingCase(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                json.readValue(row.getString(6), new TypeReference<List<JsonNode>>() {}),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
