package dev.tidegate.operations.command;

import dev.tidegate.platform.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides the commands of one kind.
 *
 * @param <K> the subject: commands of one subject are decided one after the other
 * @param <S> its state
 * @param <C> the command
 */
public interface Desk<K, S, C> {
    /** The subject's present state. */
    S load(JdbcClient jdbc, TenantId tenant, K subject);

    /** What the audit calls it, such as {@code order.cancel}. */
    String act(C command);

    /** Pure. */
    Decision<S> decide(S state, C command, Ticket ticket);

    /**
     * The documents of a command that don't depend on the state: by them an earlier try is known
     * that got as far as the log. Empty where a repetition decides to the same end anyway.
     */
    Optional<List<Map<String, Object>>> foreseen(C command, Ticket ticket);

    /**
     * The answer once it took effect, read in the transaction of the effect.
     *
     * @param after the state as decided
     * @param receipt of the command in the log; empty where nothing needed to be done
     */
    Answer answer(
            JdbcClient jdbc, TenantId tenant, C command, Ticket ticket, S after, String receipt);
}
