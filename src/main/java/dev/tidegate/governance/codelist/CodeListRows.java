package dev.tidegate.governance.codelist;

import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code governance.code_list_version}, read and written. */
final class CodeListRows {
    private static final String COLUMNS =
            """
            select name, version, codes, valid_from, author, published_at from governance.code_list_version
            """;
    private static final String ONE = COLUMNS + "where tenant = ? and name = ? and version = ?";
    private static final String NEWEST =
            COLUMNS + "where tenant = ? and name = ? order by version desc limit 1";
    private static final String BEFORE =
            COLUMNS + "where tenant = ? and name = ? and version < ? order by version desc limit ?";
    private static final String LISTS =
            """
            select distinct on (name) name, version, jsonb_array_length(codes), valid_from, author, published_at
            from governance.code_list_version where tenant = ? and name > ?
            order by name, version desc limit ?
            """;
    private static final String IN_FORCE =
            """
            select name, max(version) from governance.code_list_version
            where tenant = ? and (valid_from is null or valid_from <= current_date) group by name
            """;
    private static final String ANY =
            "select exists (select from governance.code_list_version where tenant = ?)";
    private static final String COUNT =
            "select count(distinct name) from governance.code_list_version where tenant = ?";
    private static final String INSERT =
            """
            insert into governance.code_list_version (tenant, name, version, codes, valid_from, author)
            values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
            """;
    private static final String BIND_EARLIER_MAPPINGS =
            "update governance.mapping set code_lists = ?::jsonb where tenant = ? and code_lists is null";
    private static final JsonMapper JSON = JsonMapper.shared();

    private CodeListRows() {}

    static Optional<CodeListVersion> one(
            JdbcClient jdbc, TenantId tenant, String name, int version) {
        return jdbc.sql(ONE)
                .params(tenant.value(), name, version)
                .query(CodeListRows::read)
                .optional();
    }

    static Optional<CodeListVersion> newest(JdbcClient jdbc, TenantId tenant, String name) {
        return jdbc.sql(NEWEST).params(tenant.value(), name).query(CodeListRows::read).optional();
    }

    /** Newest first. */
    static List<CodeListVersion> before(
            JdbcClient jdbc, TenantId tenant, String name, int version, int limit) {
        return jdbc.sql(BEFORE)
                .params(tenant.value(), name, version, limit)
                .query(CodeListRows::read)
                .list();
    }

    static List<CodeListVersion.Newest> lists(
            JdbcClient jdbc, TenantId tenant, String after, int limit) {
        return jdbc.sql(LISTS)
                .params(tenant.value(), after, limit)
                .query(
                        (row, n) ->
                                new CodeListVersion.Newest(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getString(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** By name the newest version whose day has come. */
    static Map<String, Integer> inForce(JdbcClient jdbc, TenantId tenant) {
        var versions = new TreeMap<String, Integer>();
        jdbc.sql(IN_FORCE)
                .param(tenant.value())
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(one -> versions.put(one.getKey(), one.getValue()));
        return versions;
    }

    static boolean hasAny(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(ANY).param(tenant.value()).query(Boolean.class).single();
    }

    static int count(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(COUNT).param(tenant.value()).query(Integer.class).single();
    }

    static void insert(
            JdbcClient jdbc,
            TenantId tenant,
            String name,
            int version,
            List<Code> codes,
            @Nullable LocalDate validFrom,
            String author) {
        jdbc.sql(INSERT)
                .params(tenant.value(), name, version, JSON.writeValueAsString(codes))
                .param(validFrom)
                .param(author)
                .update();
    }

    /** Mappings from before lists had versions go on as they were. */
    static void bindEarlierMappings(JdbcClient jdbc, TenantId tenant, Map<String, Integer> lists) {
        jdbc.sql(BIND_EARLIER_MAPPINGS)
                .params(JSON.writeValueAsString(lists), tenant.value())
                .update();
    }

    private static CodeListVersion read(ResultSet row, int n) throws SQLException {
        return new CodeListVersion(
                row.getString(1),
                row.getInt(2),
                JSON.readValue(row.getString(3), new TypeReference<List<Code>>() {}),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
