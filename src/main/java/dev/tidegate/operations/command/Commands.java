package dev.tidegate.operations.command;

import dev.tidegate.platform.TenantId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out the commands of one desk, each once for its Idempotency-Key, however often and by
 * however many processes it is asked.
 *
 * @param <K> the subject; its text names it
 * @param <S> its state
 * @param <C> the command
 */
public final class Commands<K, S, C> {
    private final CommandTools tools;
    private final Desk<K, S, C> desk;
    private final JsonMapper json;
    private final Folds<Subject<K>, Asked<C>, Reply> folds;

    public Commands(CommandTools tools, Desk<K, S, C> desk, JsonMapper json) {
        this.tools = tools;
        this.desk = desk;
        this.json = json;
        this.folds =
                new Folds<>(
                        this::serve,
                        tools.settings().foldMax(),
                        tools.settings().waitingMax(),
                        tools.settings().waitTimeout());
    }

    private record Subject<K>(TenantId tenant, K subject) {}

    /** What the command is given: the same for the same Idempotency-Key. */
    public Ticket ticket(Call call) {
        return tools.ticket(call);
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException when it is refused
     */
    public ResponseEntity<String> run(Call call, K subject, C command) {
        return run(call, ticket(call), subject, command);
    }

    /**
     * @throws dev.tidegate.platform.web.ProblemException when it is refused
     */
    public ResponseEntity<String> run(Call call, Ticket ticket, K subject, C command) {
        var asked = new Asked<>(call, call.request(json), ticket, command);
        return folds.ask(new Subject<>(call.caller().tenant(), subject), asked)
                .map(tools.replies()::send)
                .orElseThrow(() -> Refusals.busy().asException());
    }

    private List<Reply> serve(Subject<K> subject, List<Asked<C>> asked) {
        if (!enter()) {
            throw Refusals.busy().asException();
        }
        try {
            var keys = Gate.announce(tools, subject.tenant(), asked);
            return tools.database()
                    .inTenant(
                            subject.tenant(),
                            jdbc ->
                                    new Turn<>(tools, desk, jdbc, subject.tenant(), keys)
                                            .serve(subject.subject(), asked));
        } finally {
            tools.turns().release();
        }
    }

    private boolean enter() {
        try {
            return tools.turns()
                    .tryAcquire(tools.settings().waitTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
