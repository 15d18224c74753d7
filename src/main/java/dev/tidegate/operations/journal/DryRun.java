package dev.tidegate.operations.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.ReprocessRequest;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what would become of dead letters if their bytes were processed again: reads the bytes as
 * the workers would, applies them as the workers would, and takes all of it back.
 */
final class DryRun {
    private static final String ENTRIES =
            """
            select entries from operations.journal
            where tenant = ? and log_offset = ? and lane = ? and partition = ? and entry = ?
            """;

    private final Database database;
    private final RawReader raw;
    private final Interpreter interpreter;
    private final Applier applier;

    DryRun(Database database, RawReader raw, Interpreter interpreter, Applier applier) {
        this.database = database;
        this.raw = raw;
        this.interpreter = interpreter;
        this.applier = applier;
    }

    /** What an entry would be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record After(
            String type,
            String key,
            String fate,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String place,
            @Nullable String reason,
            @Nullable String nextStep,
            String mapping) {
        static After of(Outcome outcome) {
            var failure = outcome.failure();
            return new After(
                    outcome.event().type().label(),
                    outcome.event().key(),
                    outcome.fate().label(),
                    failure.map(f -> f.failureClass().label()).orElse(null),
                    failure.map(Failure::code).orElse(null),
                    failure.map(Failure::place).orElse(null),
                    failure.map(Failure::reason).orElse(null),
                    failure.map(Failure::nextStep).orElse(null),
                    outcome.event().mapping());
        }
    }

    /**
     * @param after empty where the bytes are not to be had
     */
    record Item(DeadLetterId id, String receipt, String fate, String code, List<After> after) {}

    /**
     * @param fates how many entries would meet each fate
     */
    record Result(boolean dryRun, Map<String, Long> fates, List<Item> items) {}

    /** Carries the outcome past the end of a transaction that is taken back. */
    private static final class TakenBack extends RuntimeException {
        private final transient List<Outcome> outcomes;

        TakenBack(List<Outcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    Result of(TenantId tenant, List<DeadLetter> deadLetters) {
        var events = new HashMap<DeadLetterId, List<CanonicalEvent>>();
        deadLetters.forEach(one -> events.put(one.id(), again(tenant, one)));
        var all = events.values().stream().flatMap(List::stream).toList();
        var outcomes = new HashMap<CanonicalEvent, Outcome>();
        foresee(tenant, all).forEach(outcome -> outcomes.put(outcome.event(), outcome));
        var fates = new TreeMap<String, Long>();
        var items = new ArrayList<Item>();
        for (DeadLetter one : deadLetters) {
            var after =
                    events.getOrDefault(one.id(), List.of()).stream()
                            .map(outcomes::get)
                            .filter(java.util.Objects::nonNull)
                            .map(After::of)
                            .toList();
            after.forEach(a -> fates.merge(a.fate(), 1L, Long::sum));
            items.add(new Item(one.id(), one.receipt(), one.fate(), one.code(), after));
        }
        return new Result(true, fates, items);
    }

    private List<CanonicalEvent> again(TenantId tenant, DeadLetter one) {
        var request =
                new ReprocessRequest(
                        tenant,
                        new SourceId(one.source()),
                        one.event(),
                        one.ref(),
                        database.readTenant(tenant, jdbc -> entries(jdbc, tenant, one)),
                        one.attempt() + 1);
        return raw.find(tenant, one.event().address())
                .map(kept -> interpreter.interpret(kept.message(), Optional.empty()))
                .map(request::pick)
                .orElse(List.of());
    }

    private static int entries(JdbcClient jdbc, TenantId tenant, DeadLetter one) {
        var address = one.event().address();
        return jdbc.sql(ENTRIES)
                .params(
                        tenant.value(),
                        address.offset(),
                        address.lane().ordinal(),
                        address.partition(),
                        one.event().index())
                .query(Integer.class)
                .single();
    }

    private List<Outcome> foresee(TenantId tenant, List<CanonicalEvent> events) {
        try {
            return database.inTenant(
                    tenant,
                    jdbc -> {
                        throw new TakenBack(applier.apply(jdbc, events));
                    });
        } catch (TakenBack taken) {
            return taken.outcomes;
        }
    }
}
