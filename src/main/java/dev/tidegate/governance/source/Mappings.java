package dev.tidegate.governance.source;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of mappings: a published one is never changed, a fix is the next one. */
public final class Mappings {
    static final int EXPRESSION_SIZE_MAX = 100_000;
    static final int NOTE_LENGTH_MAX = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('governance.mapping'), hashtext(?))";
    private static final String OF = "where tenant = :tenant and name = :name";
    private static final String ONE = OF + " and version = :version";
    private static final String NEWEST =
            MappingRevision.PUBLISHED + OF + " order by version desc limit 1";
    private static final String EITHER =
            MappingRevision.PUBLISHED + ONE + " union all " + MappingRevision.DRAFTS + ONE;
    private static final String BEFORE =
            MappingRevision.PUBLISHED
                    + OF
                    + " and version < :version union all "
                    + MappingRevision.DRAFTS
                    + OF
                    + " and version < :version order by version desc limit :most";
    private static final String LAST =
            """
            select coalesce(max(version), 0) from (
                select version from governance.mapping where tenant = :tenant and name = :name
                union all select version from governance.mapping_draft where tenant = :tenant and name = :name) all_of_them
            """;
    private static final String PUBLISH =
            """
            insert into governance.mapping (tenant, name, version, expression, note, author, reviewer)
            values (:tenant, :name, :version, :expression, :note, :author, :reviewer)
            """;
    private static final String DRAFT =
            """
            insert into governance.mapping_draft (tenant, name, version, expression, note, author)
            values (:tenant, :name, :version, :expression, :note, :author)
            on conflict (tenant, name, version) do update set expression = excluded.expression, note = excluded.note,
                author = excluded.author, changed_at = now()
            """;
    private static final String DISCARD = "delete from governance.mapping_draft " + ONE;
    private static final String REVIEWED =
            "select exists (select from governance.mapping_review " + OF + ")";
    private static final String OWN_DRAFT =
            "select exists (select from governance.mapping_draft " + OF + " and author = :by)";
    private static final String REVIEW =
            """
            insert into governance.mapping_review (tenant, name, changed_by) values (:tenant, :name, :by)
            on conflict (tenant, name) do nothing
            """;
    private static final String REVIEW_NO_MORE = "delete from governance.mapping_review " + OF;
    private static final String ALL =
            """
            select name, max(published) as newest, count(draft) as drafts, max(at) as changed_at,
                exists (select from governance.mapping_review r where r.tenant = :tenant and r.name = v.name) as reviewed
            from (select name, version as published, null::int as draft, published_at as at
                    from governance.mapping where tenant = :tenant
                  union all select name, null, version, changed_at from governance.mapping_draft where tenant = :tenant) v
            where name > :after group by name order by name limit :most
            """;

    private final Database database;
    private final AuditTrail audit;
    private final MappingCheck check;
    private final MappingCases cases;

    public Mappings(Database database, AuditTrail audit, MappingCheck check, MappingCases cases) {
        this.database = database;
        this.audit = audit;
        this.check = check;
        this.cases = cases;
    }

    record Publication(MappingRevision version, boolean fresh) {}

    /**
     * A mapping by its name.
     *
     * @param newest published version; null where there are drafts alone
     * @param review whether another than the author publishes
     */
    public record Summary(
            String name, @Nullable Integer newest, int drafts, Instant changedAt, boolean review) {}

    /**
     * Publishes the next version; what is the newest one already stays that, so that a repeated
     * request makes no second.
     *
     * @throws dev.tidegate.platform.web.ProblemException when it is no expression, breaks a golden
     *     case of the mapping, or has to be reviewed first
     */
    Publication publish(Caller caller, String name, String expression, String note) {
        refuseUnusable(name, expression, note);
        cases.refuseWhatBreaksOne(caller.tenant(), new MappingVersion(name, 0, expression));
        return locked(
                caller,
                name,
                jdbc -> {
                    var newest = newest(jdbc, caller.tenant(), name);
                    if (newest.isPresent() && newest.get().expression().equals(expression)) {
                        return new Publication(newest.get(), false);
                    }
                    if (isReviewed(jdbc, caller.tenant(), name)) {
                        throw MappingProblems.reviewRequired(name).asException();
                    }
                    int next = last(jdbc, caller.tenant(), name) + 1;
                    var draft = draft(caller, name, next, expression, note);
                    return new Publication(write(jdbc, caller, draft, null), true);
                });
    }

    /** Keeps a draft of the next version. */
    MappingRevision draft(Caller caller, String name, String expression, String note) {
        refuseUnusable(name, expression, note);
        return locked(
                caller,
                name,
                jdbc -> {
                    int next = last(jdbc, caller.tenant(), name) + 1;
                    return keep(jdbc, caller, draft(caller, name, next, expression, note));
                });
    }

    /** Writes a draft anew. */
    MappingRevision redraft(
            Caller caller, String name, int version, String expression, String note) {
        refuseUnusable(name, expression, note);
        return locked(
                caller,
                name,
                jdbc -> {
                    refusePublished(either(jdbc, caller.tenant(), name, version));
                    return keep(jdbc, caller, draft(caller, name, version, expression, note));
                });
    }

    /** Lets go of a draft; its number isn't used again while a later one is there. */
    void discard(Caller caller, String name, int version) {
        locked(
                caller,
                name,
                jdbc -> {
                    var draft = either(jdbc, caller.tenant(), name, version);
                    refusePublished(draft);
                    discard(jdbc, caller.tenant(), draft);
                    audit.record(jdbc, caller, "mapping.discard", label(draft), Map.of());
                    return draft;
                });
    }

    /**
     * Publishes a draft; one that is published already stays so.
     *
     * @throws dev.tidegate.platform.web.ProblemException when it breaks a golden case, or the
     *     mapping is reviewed and the caller wrote it
     */
    MappingRevision publishDraft(Caller caller, String name, int version) {
        var tried = revision(caller.tenant(), name, version);
        cases.refuseWhatBreaksOne(caller.tenant(), tried.asVersion());
        return locked(
                caller,
                name,
                jdbc -> {
                    var draft = either(jdbc, caller.tenant(), name, version);
                    if (!draft.isDraft()) {
                        return draft;
                    }
                    if (!draft.expression().equals(tried.expression())) {
                        throw MappingProblems.changedMeanwhile(label(draft)).asException();
                    }
                    if (draft.author().equals(caller.principal())
                            && isReviewed(jdbc, caller.tenant(), name)) {
                        throw MappingProblems.ownDraft(label(draft)).asException();
                    }
                    discard(jdbc, caller.tenant(), draft);
                    return write(jdbc, caller, draft, caller.principal());
                });
    }

    /**
     * From now on another than the author publishes; or from now on anybody does. It is a rail and
     * no wall: who may write mappings may end it, unless a draft of theirs waits, and the audit
     * trail tells.
     */
    void review(Caller caller, String name, boolean required) {
        refuseUnusable(name, "$", "");
        locked(
                caller,
                name,
                jdbc -> {
                    var by =
                            Map.of(
                                    "tenant",
                                    caller.tenant().value(),
                                    "name",
                                    name,
                                    "by",
                                    caller.principal());
                    if (!required && jdbc.sql(OWN_DRAFT).params(by).query(Boolean.class).single()) {
                        throw MappingProblems.reviewWanted(name).asException();
                    }
                    jdbc.sql(required ? REVIEW : REVIEW_NO_MORE).params(by).update();
                    audit.record(
                            jdbc, caller, "mapping.review", name, Map.of("required", required));
                    return required;
                });
    }

    boolean isReviewed(TenantId tenant, String name) {
        return database.readTenant(tenant, jdbc -> isReviewed(jdbc, tenant, name));
    }

    /** By name. */
    public List<Summary> after(TenantId tenant, String name, int most) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(ALL)
                                .params(
                                        Map.of(
                                                "tenant",
                                                tenant.value(),
                                                "after",
                                                name,
                                                "most",
                                                most))
                                .query(
                                        (row, n) ->
                                                new Summary(
                                                        row.getString(1),
                                                        row.getObject(2, Integer.class),
                                                        row.getInt(3),
                                                        row.getObject(4, OffsetDateTime.class)
                                                                .toInstant(),
                                                        row.getBoolean(5)))
                                .list());
    }

    /** The newest published one. */
    Optional<MappingRevision> newest(JdbcClient jdbc, TenantId tenant, String name) {
        return jdbc.sql(NEWEST).params(of(tenant, name)).query(MappingRevision::read).optional();
    }

    /** A published one. */
    Optional<MappingRevision> one(JdbcClient jdbc, TenantId tenant, String name, int version) {
        return jdbc.sql(MappingRevision.PUBLISHED + ONE)
                .params(of(tenant, name))
                .param("version", version)
                .query(MappingRevision::read)
                .optional();
    }

    /** Newest first, drafts among them. */
    public List<MappingRevision> before(TenantId tenant, String name, int version, int limit) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(BEFORE)
                                .params(of(tenant, name))
                                .param("version", version)
                                .param("most", limit)
                                .query(MappingRevision::read)
                                .list());
    }

    /** Publishes a first version; a mapping that has one already stays as it is. */
    public void begin(Caller caller, String name, String expression) {
        if (newest(caller.tenant(), name).isEmpty()) {
            publish(caller, name, expression, "");
        }
    }

    /** The newest published one. */
    public Optional<MappingRevision> newest(TenantId tenant, String name) {
        return database.readTenant(tenant, jdbc -> newest(jdbc, tenant, name));
    }

    /** A draft or a published one. */
    public Optional<MappingRevision> find(TenantId tenant, String name, int version) {
        return database.readTenant(
                tenant,
                jdbc ->
                        jdbc.sql(EITHER)
                                .params(of(tenant, name))
                                .param("version", version)
                                .query(MappingRevision::read)
                                .optional());
    }

    MappingRevision revision(TenantId tenant, String name, int version) {
        return find(tenant, name, version)
                .orElseThrow(
                        () -> SourceProblems.mappingNotFound(name + "@" + version).asException());
    }

    private interface Work<T> {
        T of(JdbcClient jdbc);
    }

    /** One change of a mapping at a time. */
    private <T> T locked(Caller caller, String name, Work<T> work) {
        return database.inTenant(
                caller.tenant(),
                jdbc -> {
                    jdbc.sql(ONE_AT_A_TIME)
                            .param(caller.tenant() + "/" + name)
                            .query((row, n) -> true)
                            .single();
                    return work.of(jdbc);
                });
    }

    private MappingRevision either(JdbcClient jdbc, TenantId tenant, String name, int version) {
        return jdbc.sql(EITHER)
                .params(of(tenant, name))
                .param("version", version)
                .query(MappingRevision::read)
                .optional()
                .orElseThrow(
                        () -> SourceProblems.mappingNotFound(name + "@" + version).asException());
    }

    private static void refusePublished(MappingRevision revision) {
        if (!revision.isDraft()) {
            throw MappingProblems.published(label(revision)).asException();
        }
    }

    private static MappingRevision draft(
            Caller caller, String name, int version, String expression, String note) {
        return new MappingRevision(
                name,
                version,
                MappingRevision.State.DRAFT,
                expression,
                note,
                caller.principal(),
                null,
                Instant.EPOCH,
                null);
    }

    private MappingRevision keep(JdbcClient jdbc, Caller caller, MappingRevision draft) {
        jdbc.sql(DRAFT).params(of(caller.tenant(), draft)).update();
        audit.record(jdbc, caller, "mapping.draft", label(draft), Map.of());
        return either(jdbc, caller.tenant(), draft.name(), draft.version());
    }

    private MappingRevision write(
            JdbcClient jdbc, Caller caller, MappingRevision draft, @Nullable String reviewer) {
        jdbc.sql(PUBLISH).params(of(caller.tenant(), draft)).param("reviewer", reviewer).update();
        audit.record(
                jdbc, caller, "mapping.publish", label(draft), Map.of("author", draft.author()));
        return either(jdbc, caller.tenant(), draft.name(), draft.version());
    }

    private static void discard(JdbcClient jdbc, TenantId tenant, MappingRevision draft) {
        jdbc.sql(DISCARD)
                .params(of(tenant, draft.name()))
                .param("version", draft.version())
                .update();
    }

    private static int last(JdbcClient jdbc, TenantId tenant, String name) {
        return jdbc.sql(LAST).params(of(tenant, name)).query(Integer.class).single();
    }

    private static boolean isReviewed(JdbcClient jdbc, TenantId tenant, String name) {
        return jdbc.sql(REVIEWED).params(of(tenant, name)).query(Boolean.class).single();
    }

    private static Map<String, Object> of(TenantId tenant, String name) {
        return Map.of("tenant", tenant.value(), "name", name);
    }

    private static Map<String, Object> of(TenantId tenant, MappingRevision draft) {
        return Map.of(
                "tenant",
                tenant.value(),
                "name",
                draft.name(),
                "version",
                draft.version(),
                "expression",
                draft.expression(),
                "note",
                draft.note(),
                "author",
                draft.author());
    }

    private static String label(MappingRevision revision) {
        return revision.asVersion().label();
    }

    private void refuseUnusable(String name, String expression, String note) {
        if (!NAME.matcher(name).matches()) {
            throw SourceProblems.badName(name).asException();
        }
        if (expression.isBlank() || expression.length() > EXPRESSION_SIZE_MAX) {
            throw SourceProblems.badExpressionSize(expression.length()).asException();
        }
        if (note.length() > NOTE_LENGTH_MAX) {
            throw SourceProblems.field(
                            "/note", "it has more than " + NOTE_LENGTH_MAX + " characters")
                    .asException();
        }
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile("/expression", fault).asException();
                        });
    }
}
