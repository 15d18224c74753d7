package dev.tidegate.governance.codelist;

import dev.tidegate.platform.TenantId;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists by the versions that a mapping is bound to. A version never changes: it is read once. */
public final class CodeBooks {
    private static final int LISTS_KEPT_MAX = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Key, CodeList> lists = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, String name, int version) {}

    /**
     * @param versions as a row of {@code governance.mapping} holds them; null for one from before
     *     lists had versions
     */
    public CodeBook book(JdbcClient jdbc, TenantId tenant, @Nullable String versions) {
        return versions == null
                ? CodeBook.shipped()
                : book(
                        jdbc,
                        tenant,
                        JSON.readValue(versions, new TypeReference<Map<String, Integer>>() {}));
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code unknown_code_list} for a version
     *     that the tenant doesn't have
     */
    public CodeBook book(JdbcClient jdbc, TenantId tenant, Map<String, Integer> versions) {
        var found = new ArrayList<CodeList>(versions.size());
        versions.forEach((name, version) -> found.add(list(jdbc, tenant, name, version)));
        return CodeBook.of(found);
    }

    private CodeList list(JdbcClient jdbc, TenantId tenant, String name, int version) {
        var key = new Key(tenant, name, version);
        var known = lists.get(key);
        if (known != null) {
            return known;
        }
        if (lists.size() >= LISTS_KEPT_MAX) {
            lists.clear();
        }
        var list =
                CodeListRows.one(jdbc, tenant, name, version)
                        .map(CodeListVersion::asList)
                        .orElseThrow(
                                () ->
                                        CodeListProblems.unknownVersion(
                                                        "/code_lists/" + name, name, version)
                                                .asException());
        lists.put(key, list);
        return list;
    }
}
