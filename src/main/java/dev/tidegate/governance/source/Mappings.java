package dev.tidegate.governance.source;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.codelist.CodeBook;
import dev.tidegate.governance.codelist.CodeLists;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Published mappings: a version is never changed, a fix is the next one. */
public final class Mappings {
    static final int EXPRESSION_SIZE_MAX = 100_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('governance.mapping'), hashtext(?))";
    private static final String COLUMNS =
            "select name, version, expression, author, published_at, code_lists from governance.mapping ";
    private static final String NEWEST =
            COLUMNS + "where tenant = ? and name = ? order by version desc limit 1";
    private static final String ONE = COLUMNS + "where tenant = ? and name = ? and version = ?";
    private static final String BEFORE =
            COLUMNS + "where tenant = ? and name = ? and version < ? order by version desc limit ?";
    private static final String PUBLISH =
            """
            insert into governance.mapping (tenant, name, version, expression, author, code_lists)
            values (?, ?, ?, ?, ?, ?::jsonb)
            returning name, version, expression, author, published_at, code_lists
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final AuditTrail audit;
    private final MappingCheck check;
    private final MappingCases cases;
    private final CodeLists lists;

    public Mappings(
            Database database,
            AuditTrail audit,
            MappingCheck check,
            MappingCases cases,
            CodeLists lists) {
        this.database = database;
        this.audit = audit;
        this.check = check;
        this.cases = cases;
        this.lists = lists;
    }

    /**
     * A version and who published it when.
     *
     * @param codeLists by name of a list the version that it reads codes by
     */
    record Published(
            String name,
            int version,
            String expression,
            String author,
            Instant publishedAt,
            Map<String, Integer> codeLists) {
        /** As it is named and bound to; a {@link MappingCatalog} has it with its lists. */
        MappingVersion asVersion() {
            return new MappingVersion(name, version, expression);
        }
    }

    record Publication(Published version, boolean fresh) {}

    /**
     * Publishes the next version; what is the newest one already stays that, so that a repeated
     * request makes no second. It is bound to the newest version in force of each code list that it
     * names, so that the same expression is another version once a list has one.
     *
     * @param asked by name of a list the version it is to be bound to instead
     * @throws dev.tidegate.platform.web.ProblemException when it is no expression, or breaks a
     *     golden case of the mapping
     */
    Publication publish(Caller caller, String name, String expression, Map<String, Integer> asked) {
        refuseUnusable(name, expression);
        var bound = bound(caller.tenant(), name, expression, asked);
        cases.refuseWhatBreaksOne(caller.tenant(), bound);
        var codeLists = bound.codes().versions();
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    jdbc.sql(ONE_AT_A_TIME)
                            .param(caller.tenant() + "/" + name)
                            .query((row, n) -> true)
                            .single();
                    var newest = newest(jdbc, caller.tenant(), name);
                    if (newest.isPresent()
                            && newest.get().expression().equals(expression)
                            && newest.get().codeLists().equals(codeLists)) {
                        return new Publication(newest.get(), false);
                    }
                    int next = newest.map(Published::version).orElse(0) + 1;
                    return new Publication(
                            publish(jdbc, caller, name, next, expression, codeLists), true);
                });
    }

    /**
     * An expression as it would be published now, and its code lists.
     *
     * @throws dev.tidegate.platform.web.ProblemException {@code unknown_code_list}
     */
    public MappingVersion bound(
            TenantId tenant, String name, String expression, Map<String, Integer> asked) {
        return new MappingVersion(
                name,
                0,
                expression,
                database.inTenant(
                        tenant,
                        jdbc ->
                                lists.book(
                                        jdbc,
                                        tenant,
                                        lists.bound(jdbc, tenant, expression, asked))));
    }

    private Published publish(
            JdbcClient jdbc,
            Caller caller,
            String name,
            int version,
            String expression,
            Map<String, Integer> codeLists) {
        var published =
                jdbc.sql(PUBLISH)
                        .params(
                                caller.tenant().value(),
                                name,
                                version,
                                expression,
                                caller.principal(),
                                JSON.writeValueAsString(codeLists))
                        .query((row, n) -> read(row))
                        .single();
        audit.record(jdbc, caller, "mapping.publish", published.asVersion().label(), Map.of());
        return published;
    }

    private void refuseUnusable(String name, String expression) {
        if (!NAME.matcher(name).matches()) {
            throw SourceProblems.badName(name).asException();
        }
        if (expression.isBlank() || expression.length() > EXPRESSION_SIZE_MAX) {
            throw SourceProblems.badExpressionSize(expression.length()).asException();
        }
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
    }

    Optional<Published> newest(JdbcClient jdbc, TenantId tenant, String name) {
        return jdbc.sql(NEWEST)
                .params(tenant.value(), name)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Published> one(JdbcClient jdbc, TenantId tenant, String name, int version) {
        return jdbc.sql(ONE)
                .params(tenant.value(), name, version)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<Published> before(TenantId tenant, String name, int version, int limit) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(BEFORE)
                                .params(tenant.value(), name, version, limit)
                                .query((row, n) -> read(row))
                                .list());
    }

    Optional<Published> find(TenantId tenant, String name, int version) {
        return database.readTenant(tenant, jdbc -> one(jdbc, tenant, name, version));
    }

    private static Published read(ResultSet row) throws SQLException {
        return new Published(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                codeLists(row.getString(6)));
    }

    /** Null for a version from before lists had versions. */
    private static Map<String, Integer> codeLists(@Nullable String versions) {
        return versions == null
                ? CodeBook.shipped().versions()
                : JSON.readValue(versions, new TypeReference<TreeMap<String, Integer>>() {});
    }
}
