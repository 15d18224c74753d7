package dev.tidegate.operations.journal;

import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.operations.command.Answer;
import dev.tidegate.operations.command.Call;
import dev.tidegate.operations.command.IdempotencyKey;
import dev.tidegate.operations.command.Once;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Has dead letters processed again, or lets go of them. */
@RestController
@Tag(name = "Dead letters")
class ReprocessingApi {
    static final int AT_ONCE_MAX = 10_000;
    static final int DRY_RUN_MAX = 100;

    private final DeadLetterQueries deadLetters;
    private final Reprocessing reprocessing;
    private final DryRun dryRun;
    private final Once once;
    private final AuditTrail audit;
    private final Database database;

    ReprocessingApi(
            DeadLetterQueries deadLetters,
            Reprocessing reprocessing,
            DryRun dryRun,
            Once once,
            AuditTrail audit,
            Database database) {
        this.deadLetters = deadLetters;
        this.reprocessing = reprocessing;
        this.dryRun = dryRun;
        this.once = once;
        this.audit = audit;
        this.database = database;
    }

    /**
     * Which dead letters, by ids or by what they have in common.
     *
     * @param dryRun tells what would become of them, and does nothing
     */
    record Request(
            @Nullable List<@Nullable String> ids,
            DeadLetter.@Nullable Filter filter,
            @Nullable Boolean dryRun) {}

    /**
     * @param accepted how many are on their way
     * @param more whether the filter meets others, too: ask again
     */
    record Accepted(boolean dryRun, int accepted, boolean more) {}

    /** How many were let go of. */
    record Discarded(int discarded) {}

    @PostMapping("/v1/reprocessings")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    @Operation(
            summary = "Read the bytes of dead letters again; dry_run tells what would come of it")
    ResponseEntity<?> reprocess(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Request body) {
        refuseUnlessOne(body);
        if (Boolean.TRUE.equals(body.dryRun())) {
            var found =
                    database.readTenant(
                            caller.tenant(),
                            jdbc -> meant(jdbc, caller.tenant(), body, DRY_RUN_MAX));
            return ResponseEntity.ok(dryRun.of(caller.tenant(), found));
        }
        var call = Call.of(caller, key, "/v1/reprocessings", body);
        return once.run(call, jdbc -> reprocess(jdbc, caller, body));
    }

    private Answer reprocess(JdbcClient jdbc, Caller caller, Request body) {
        var found = meant(jdbc, caller.tenant(), body, AT_ONCE_MAX + 1);
        var taken = found.stream().limit(AT_ONCE_MAX).map(DeadLetter::id).toList();
        int accepted = reprocessing.request(jdbc, caller.tenant(), numbers(taken));
        audit.record(
                jdbc,
                caller,
                "dead_letters.reprocess",
                "/v1/reprocessings",
                Map.of(
                        "accepted",
                        accepted,
                        "ids",
                        taken.stream().limit(DRY_RUN_MAX).map(DeadLetterId::toString).toList()));
        return new Answer(
                202, Optional.empty(), new Accepted(false, accepted, found.size() > AT_ONCE_MAX));
    }

    @PostMapping("/v1/dead-letters/{id}/discard")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    @Operation(summary = "Let go of a dead letter; what waited behind it goes on")
    ResponseEntity<?> discard(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable String id) {
        var path = "/v1/dead-letters/" + id + "/discard";
        return once.run(Call.of(caller, key, path, Map.of()), jdbc -> discard(jdbc, caller, id));
    }

    private Answer discard(JdbcClient jdbc, Caller caller, String id) {
        var found =
                DeadLetterId.parse(id)
                        .flatMap(
                                number ->
                                        deadLetters
                                                .rows(jdbc, caller.tenant(), List.of(number))
                                                .stream()
                                                .findFirst())
                        .orElseThrow(() -> DeadLettersApi.notFound().asException());
        int discarded = reprocessing.discard(jdbc, caller.tenant(), numbers(List.of(found.id())));
        audit.record(
                jdbc,
                caller,
                "dead_letters.discard",
                "/v1/dead-letters/" + found.id(),
                Map.of("code", found.code(), "key", found.key()));
        return Answer.ok(new Discarded(discarded));
    }

    private List<DeadLetter> meant(JdbcClient jdbc, TenantId tenant, Request body, int most) {
        if (body.ids() == null) {
            var filter =
                    body.filter() == null
                            ? new DeadLetter.Filter(null, null, null, null, null, null)
                            : body.filter();
            return deadLetters.rows(jdbc, tenant, filter, Optional.empty(), most);
        }
        var ids = body.ids().stream().map(ReprocessingApi::id).limit(most).toList();
        var found = deadLetters.rows(jdbc, tenant, ids);
        if (found.size() < ids.stream().distinct().count()) {
            throw DeadLettersApi.notFound().asException();
        }
        return found;
    }

    private static DeadLetterId id(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(DeadLetterId::parse)
                .orElseThrow(() -> DeadLettersApi.notFound().asException());
    }

    private static List<Long> numbers(List<DeadLetterId> ids) {
        return ids.stream().map(DeadLetterId::number).toList();
    }

    private static void refuseUnlessOne(Request body) {
        boolean both = body.ids() != null && body.filter() != null;
        boolean neither = body.ids() == null && body.filter() == null;
        boolean many = body.ids() != null && body.ids().size() > AT_ONCE_MAX;
        if (both || neither || many) {
            throw Problem.of(
                            422,
                            "invalid_request",
                            "The request does not say which dead letters are meant",
                            "It needs either ids, at most " + AT_ONCE_MAX + ", or a filter.",
                            "Such as {\"filter\": {\"code\": \"unknown_code\"}, \"dry_run\": true}.")
                    .at(many ? "/ids" : "", "ids or filter")
                    .asException();
        }
    }
}
