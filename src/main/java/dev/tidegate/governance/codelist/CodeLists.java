package dev.tidegate.governance.codelist;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A tenant's code lists: a version is never changed, a fix is the next one. Those that the program
 * brings are version 1; one that a release brings anew is the next version, unless the tenant has
 * published its own since.
 */
public final class CodeLists {
    static final int LISTS_MAX = 500;
    private static final String SHIPPED_BY = "tidegate";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NAMED =
            Pattern.compile("\\$code\\(\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]{1,64})\"|'([^'\\n]{1,64})'");
    private static final Pattern UNITS = Pattern.compile("\\$unit\\(");

    /** What {@code $unit(x)} reads where no list is named. */
    private static final String UNITS_OF_X12 = "x12-355";

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('governance.code_list'), hashtext(?))";

    private final Database database;
    private final AuditTrail audit;
    private final CodeBooks books = new CodeBooks();

    public CodeLists(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    record Publication(CodeListVersion version, boolean fresh) {}

    /** Publishes the next version; what the newest one says already stays that. */
    Publication publish(
            Caller caller, String name, List<Code> codes, @Nullable LocalDate validFrom) {
        if (!NAME.matcher(name).matches()) {
            throw CodeListProblems.badName(name).asException();
        }
        var tenant = caller.tenant();
        return database.inTenant(
                tenant,
                jdbc -> {
                    lock(jdbc, tenant);
                    ensureShipped(jdbc, tenant);
                    var newest = CodeListRows.newest(jdbc, tenant, name);
                    if (newest.isPresent() && says(newest.get(), codes, validFrom)) {
                        return new Publication(newest.get(), false);
                    }
                    if (newest.isEmpty() && CodeListRows.count(jdbc, tenant) >= LISTS_MAX) {
                        throw CodeListProblems.tooMany(LISTS_MAX).asException();
                    }
                    int next = newest.map(CodeListVersion::version).orElse(0) + 1;
                    CodeListRows.insert(
                            jdbc, tenant, name, next, codes, validFrom, caller.principal());
                    audit.record(jdbc, caller, "code_list.publish", name + "@" + next, Map.of());
                    return new Publication(
                            CodeListRows.one(jdbc, tenant, name, next).orElseThrow(), true);
                });
    }

    private static boolean says(
            CodeListVersion newest, List<Code> codes, @Nullable LocalDate validFrom) {
        return newest.codes().equals(codes)
                && Optional.ofNullable(newest.validFrom()).equals(Optional.ofNullable(validFrom));
    }

    /** By name, after that one. */
    public List<CodeListVersion.Newest> after(TenantId tenant, String name, int limit) {
        return database.inTenant(
                tenant,
                jdbc -> {
                    ensureAny(jdbc, tenant);
                    return CodeListRows.lists(jdbc, tenant, name, limit);
                });
    }

    /** Newest first. */
    public List<CodeListVersion> before(TenantId tenant, String name, int version, int limit) {
        return database.inTenant(
                tenant,
                jdbc -> {
                    ensureAny(jdbc, tenant);
                    return CodeListRows.before(jdbc, tenant, name, version, limit);
                });
    }

    public Optional<CodeListVersion> find(TenantId tenant, String name, int version) {
        return database.inTenant(
                tenant,
                jdbc -> {
                    ensureAny(jdbc, tenant);
                    return CodeListRows.one(jdbc, tenant, name, version);
                });
    }

    /**
     * What a version changes of an earlier one, or of no list where that is version 0; empty where
     * there isn't one of them.
     */
    public Optional<CodeListVersion.Difference> difference(
            TenantId tenant, String name, int from, int to) {
        return find(tenant, name, to)
                .flatMap(
                        later ->
                                from == 0
                                        ? Optional.of(later.since(later.nothing()))
                                        : find(tenant, name, from).map(later::since));
    }

    /**
     * The versions that an expression is bound to when it is published now: of each list whose name
     * stands in it the newest in force, or the one asked for.
     *
     * @param asked by name of the list
     */
    public Map<String, Integer> bound(
            JdbcClient jdbc, TenantId tenant, String expression, Map<String, Integer> asked) {
        ensureAny(jdbc, tenant);
        var inForce = CodeListRows.inForce(jdbc, tenant);
        var bound = new TreeMap<String, Integer>();
        if (UNITS.matcher(expression).find() && inForce.containsKey(UNITS_OF_X12)) {
            bound.put(UNITS_OF_X12, inForce.get(UNITS_OF_X12));
        }
        QUOTED.matcher(expression)
                .results()
                .map(quoted -> quoted.group(1) == null ? quoted.group(2) : quoted.group(1))
                .filter(inForce::containsKey)
                .forEach(name -> bound.put(name, inForce.get(name)));
        bound.putAll(asked);
        refuseUnknown(expression, bound);
        return bound;
    }

    private static void refuseUnknown(String expression, Map<String, Integer> bound) {
        NAMED.matcher(expression)
                .results()
                .map(named -> named.group(1) == null ? named.group(2) : named.group(1))
                .filter(name -> !bound.containsKey(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw CodeListProblems.unknownList("/expression", name).asException();
                        });
    }

    /** The lists themselves. */
    public CodeBook book(JdbcClient jdbc, TenantId tenant, Map<String, Integer> versions) {
        return books.book(jdbc, tenant, versions);
    }

    /** At the start: what the program brings and the tenant has not. */
    public void ensureShipped(TenantId tenant) {
        database.inTenant(
                tenant,
                jdbc -> {
                    lock(jdbc, tenant);
                    ensureShipped(jdbc, tenant);
                    return true;
                });
    }

    private static void ensureAny(JdbcClient jdbc, TenantId tenant) {
        if (!CodeListRows.hasAny(jdbc, tenant)) {
            lock(jdbc, tenant);
            ensureShipped(jdbc, tenant);
        }
    }

    private static void ensureShipped(JdbcClient jdbc, TenantId tenant) {
        var first = new TreeMap<String, Integer>();
        ShippedLists.ALL.forEach(
                (name, codes) -> {
                    var newest = CodeListRows.newest(jdbc, tenant, name);
                    if (newest.isEmpty() || isOutdated(newest.get(), codes)) {
                        int next = newest.map(CodeListVersion::version).orElse(0) + 1;
                        CodeListRows.insert(jdbc, tenant, name, next, codes, null, SHIPPED_BY);
                    }
                    first.put(name, 1);
                });
        CodeListRows.bindEarlierMappings(jdbc, tenant, first);
    }

    private static boolean isOutdated(CodeListVersion newest, List<Code> codes) {
        return newest.author().equals(SHIPPED_BY) && !newest.codes().equals(codes);
    }

    private static void lock(JdbcClient jdbc, TenantId tenant) {
        jdbc.sql(ONE_AT_A_TIME).param(tenant.value()).query((row, n) -> true).single();
    }
}
