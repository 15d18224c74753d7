package dev.tidegate.operations.command;

import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets each Idempotency-Key pass once, within one transaction: what was answered is answered again,
 * what somebody else is working on is turned away, and what is answered now is kept.
 */
final class Gate {
    private final Idempotency idempotency;
    private final Replies replies;
    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final Set<String> fresh;
    private final Map<String, Idempotency.Kept> known;
    private final Map<String, Idempotency.Stored> answers = new HashMap<>();

    private Gate(
            CommandTools tools,
            JdbcClient jdbc,
            TenantId tenant,
            Set<String> fresh,
            Map<String, Idempotency.Kept> known) {
        this.idempotency = tools.idempotency();
        this.replies = tools.replies();
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.fresh = fresh;
        this.known = known;
    }

    /** Keys made known before the transaction, and which of them nobody had asked with before. */
    record Keys(Set<String> all, Set<String> fresh) {}

    /** In a transaction of its own. */
    static Keys announce(CommandTools tools, TenantId tenant, List<? extends Asked<?>> asked) {
        var requests = new LinkedHashMap<String, UUID>();
        for (Asked<?> one : asked) {
            one.call().key().ifPresent(key -> requests.putIfAbsent(key.value(), one.request()));
        }
        var fresh = tools.idempotency().open(tenant, requests, tools.clock().instant());
        return new Keys(requests.keySet(), fresh);
    }

    static Gate open(CommandTools tools, JdbcClient jdbc, TenantId tenant, Keys keys) {
        var known = tools.idempotency().lock(jdbc, tenant, keys.all());
        return new Gate(tools, jdbc, tenant, keys.fresh(), known);
    }

    /** What comes of asking. */
    sealed interface Passing {
        /**
         * @param retried whether an earlier try may have got as far as the log
         */
        record Through(Ticket ticket, boolean retried) implements Passing {}

        record Turned(Reply reply) implements Passing {}
    }

    /** A key passes once in a transaction; who comes second with it finds it in use. */
    Passing pass(Asked<?> one) {
        if (one.call().key().isEmpty()) {
            return new Passing.Through(one.ticket(), false);
        }
        var key = one.call().key().get().value();
        var kept = known.remove(key);
        if (kept == null) {
            return new Passing.Turned(new Reply.Refused(Refusals.stillRunning()));
        }
        if (!kept.request().equals(one.request())) {
            return new Passing.Turned(new Reply.Refused(Refusals.otherRequest()));
        }
        return kept.answer()
                .<Passing>map(answer -> new Passing.Turned(replies.again(answer)))
                .orElseGet(
                        () ->
                                new Passing.Through(
                                        one.ticket().since(kept.createdAt()),
                                        !fresh.contains(key)));
    }

    Reply answer(Asked<?> one, Answer answer) {
        var reply = replies.first(answer);
        one.call().key().ifPresent(key -> answers.put(key.value(), replies.stored(reply)));
        return reply;
    }

    /** A refusal that was decided is the answer to every repetition. */
    Reply refuse(Asked<?> one, Problem problem) {
        one.call().key().ifPresent(key -> answers.put(key.value(), replies.stored(problem)));
        return new Reply.Refused(problem);
    }

    /** Keeps the answers; last in the transaction. */
    void keep() {
        idempotency.keep(jdbc, tenant, answers);
    }
}
