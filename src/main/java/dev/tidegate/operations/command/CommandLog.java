package dev.tidegate.operations.command;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FrontDoor;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.CommandSource;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.databind.json.JsonMapper;

/** Commands as messages of the log: written, read and appended as any other source's. */
final class CommandLog {
    private static final String CONTENT_TYPE = "application/json";
    private static final RawAddress NOWHERE = new RawAddress(Lane.EXPRESS, 0, 0);
    private static final byte[] NOTHING = new byte[0];

    private final FrontDoor door;
    private final Interpreter interpreter;
    private final JsonMapper json;

    CommandLog(FrontDoor door, Interpreter interpreter, JsonMapper json) {
        this.door = door;
        this.interpreter = interpreter;
        this.json = json;
    }

    /** A message not appended yet. */
    record Draft(TenantId tenant, String principal, String messageId, byte[] bytes) {}

    Draft draft(
            TenantId tenant, String principal, Ticket ticket, List<Map<String, Object>> documents) {
        var written = documents.size() == 1 ? documents.getFirst() : documents;
        return new Draft(tenant, principal, ticket.number(), json.writeValueAsBytes(written));
    }

    /** The events that the draft will be, under an address that is none. */
    List<CanonicalEvent> foresee(Draft draft) {
        return interpreter.interpret(
                new RawMessage(
                        NOWHERE,
                        draft.tenant(),
                        CommandSource.ID,
                        CONTENT_TYPE,
                        Optional.of(draft.messageId()),
                        draft.bytes(),
                        NOTHING,
                        0,
                        Instant.EPOCH),
                Optional.empty());
    }

    List<CanonicalEvent> events(RawMessage message) {
        return interpreter.interpret(message, Optional.empty());
    }

    /** What the canonical schema finds wrong with a command, for its caller. */
    static Optional<Problem> fault(List<CanonicalEvent> events) {
        return events.stream()
                .filter(event -> event.type() == EventType.DEAD_LETTER)
                .findFirst()
                .map(CommandLog::problem);
    }

    private static Problem problem(CanonicalEvent dead) {
        GenericRecord body = dead.body();
        return Problem.of(
                        422,
                        text(body, "code"),
                        "The request can't be carried out as it stands",
                        text(body, "reason"),
                        text(body, "next_step"))
                .at(text(body, "place"), text(body, "reason"));
    }

    private static String text(GenericRecord body, String field) {
        return String.valueOf(body.get(field));
    }

    /** All durable once it returns; several are appended at one time. */
    List<RawMessage> append(List<Draft> drafts) {
        if (drafts.size() <= 1) {
            return drafts.stream().map(this::append).toList();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RawMessage>> appends =
                    drafts.stream().map(draft -> threads.submit(() -> append(draft))).toList();
            var messages = new ArrayList<RawMessage>();
            for (Future<RawMessage> append : appends) {
                messages.add(append.get());
            }
            return messages;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while appending commands", e);
        }
    }

    private RawMessage append(Draft draft) {
        return door.append(
                draft.tenant(),
                CommandSource.ID,
                CONTENT_TYPE,
                Optional.of(draft.messageId()),
                draft.principal(),
                draft.bytes());
    }
}
