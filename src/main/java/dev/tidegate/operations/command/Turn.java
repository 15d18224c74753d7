package dev.tidegate.operations.command;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventId;
import dev.tidegate.contract.Fate;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.contract.Receipt;
import dev.tidegate.platform.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One turn of one subject, in its transaction: decide all in their order, append what stands to the
 * log, apply it, answer.
 *
 * <p>The subject is locked by name and not by its rows. The workers lock the journal first and the
 * rows of stock after it, so a command that held a row while it waits for its journal entry could
 * meet a worker that holds the entry and waits for the row.
 */
final class Turn<K, S, C> {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null";

    private final CommandTools tools;
    private final Desk<K, S, C> desk;
    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final Gate gate;

    Turn(CommandTools tools, Desk<K, S, C> desk, JdbcClient jdbc, TenantId tenant, Gate.Keys keys) {
        this.tools = tools;
        this.desk = desk;
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.gate = Gate.open(tools, jdbc, tenant, keys);
    }

    /** What became of one request so far. */
    private sealed interface Step<S> {
        record Done<S>(Reply reply) implements Step<S> {}

        record Send<S>(CommandLog.Draft draft, Ticket ticket, S after) implements Step<S> {}
    }

    List<Reply> serve(K subject, List<Asked<C>> asked) {
        jdbc.sql(LOCK).param(tenant + " " + subject).query(Boolean.class).single();
        S state = desk.load(jdbc, tenant, subject);
        var steps = new ArrayList<Step<S>>();
        for (Asked<C> one : asked) {
            var step = step(one, state);
            steps.add(step);
            if (step instanceof Step.Send<S>(_, _, var after)) {
                state = after;
            }
        }
        var replies = replies(asked, steps);
        gate.keep();
        return replies;
    }

    private Step<S> step(Asked<C> one, S state) {
        return switch (gate.pass(one)) {
            case Gate.Passing.Turned(var reply) -> new Step.Done<>(reply);
            case Gate.Passing.Through(var ticket, var retried) ->
                    earlier(one, state, ticket, retried)
                            .orElseGet(() -> decide(one, state, ticket));
        };
    }

    /** Whether an earlier try got into the log, and what is in the journal is this command's. */
    private Optional<Step<S>> earlier(Asked<C> one, S state, Ticket ticket, boolean retried) {
        return (retried
                        ? desk.foreseen(one.command(), ticket)
                        : Optional.<List<Map<String, Object>>>empty())
                .map(documents -> draft(one, ticket, documents))
                .flatMap(draft -> tools.effects().earlier(jdbc, tenant, tools.log().foresee(draft)))
                .map(address -> settle(one, ticket, state, receipt(Receipt.of(address))));
    }

    private Step<S> decide(Asked<C> one, S state, Ticket ticket) {
        return switch (desk.decide(state, one.command(), ticket)) {
            case Decision.Refuse<S>(var problem) -> new Step.Done<>(gate.refuse(one, problem));
            case Decision.Settled<S>() -> settle(one, ticket, state, "");
            case Decision.Send<S>(var documents, var after) -> {
                var draft = draft(one, ticket, documents);
                yield CommandLog.fault(tools.log().foresee(draft))
                        .<Step<S>>map(problem -> new Step.Done<>(new Reply.Refused(problem)))
                        .orElseGet(() -> new Step.Send<>(draft, ticket, after));
            }
        };
    }

    private CommandLog.Draft draft(
            Asked<C> one, Ticket ticket, List<Map<String, Object>> documents) {
        return tools.log().draft(tenant, one.call().caller().principal(), ticket, documents);
    }

    private Step<S> settle(Asked<C> one, Ticket ticket, S state, String receipt) {
        return new Step.Done<>(
                gate.answer(one, desk.answer(jdbc, tenant, one.command(), ticket, state, receipt)));
    }

    private List<Reply> replies(List<Asked<C>> asked, List<Step<S>> steps) {
        var drafts = new ArrayList<CommandLog.Draft>();
        for (Step<S> step : steps) {
            if (step instanceof Step.Send<S>(var draft, _, _)) {
                drafts.add(draft);
            }
        }
        var messages = tools.log().append(drafts);
        var events = messages.stream().map(tools.log()::events).toList();
        var fates = tools.effects().apply(jdbc, events.stream().flatMap(List::stream).toList());
        var replies = new ArrayList<Reply>();
        int sent = 0;
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Step.Done<S>(var reply) -> replies.add(reply);
                case Step.Send<S> send -> {
                    var fate = worst(events.get(sent), fates);
                    replies.add(reply(asked.get(i), send, messages.get(sent), fate));
                    sent++;
                }
            }
        }
        return replies;
    }

    /** It speaks for the whole message. */
    private static Fate worst(List<CanonicalEvent> events, Map<EventId, Fate> fates) {
        return events.stream()
                .map(event -> fates.getOrDefault(event.id(), Fate.PARKED))
                .max(Enum::compareTo)
                .orElse(Fate.DEAD);
    }

    private Reply reply(Asked<C> one, Step.Send<S> send, RawMessage message, Fate fate) {
        var receipt = receipt(Receipt.of(message.address()));
        tools.audit()
                .record(
                        jdbc,
                        one.call().caller(),
                        desk.act(one.command()),
                        one.call().path(),
                        Map.of("receipt", receipt, "fate", fate.label()));
        return switch (fate) {
            case APPLIED, DUPLICATE ->
                    gate.answer(
                            one,
                            desk.answer(
                                    jdbc,
                                    tenant,
                                    one.command(),
                                    send.ticket(),
                                    send.after(),
                                    receipt));
            case PARKED, DEAD ->
                    gate.answer(
                            one,
                            new Answer(
                                    202,
                                    Optional.of("/v1/receipts/" + receipt),
                                    Map.of("receipt", receipt, "fate", fate.label())));
            case STALE -> gate.refuse(one, Refusals.superseded(receipt));
        };
    }

    private String receipt(Receipt receipt) {
        return tools.receipts().text(tenant, receipt);
    }
}
