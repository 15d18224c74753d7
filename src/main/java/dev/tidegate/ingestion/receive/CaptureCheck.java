package dev.tidegate.ingestion.receive;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.ingestion.append.Sending;
import dev.tidegate.ingestion.body.BodyRefused;
import dev.tidegate.platform.web.Problem.Place;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads a document as the workers will, before it is taken in: one bad event refuses it whole. What
 * only the books can tell, such as an id that stands with other contents, is found when it is
 * applied.
 */
final class CaptureCheck {
    private static final int PLACES_MAX = 100;
    private static final byte[] NOTHING = new byte[0];

    private final Interpreter interpreter;
    private final Clock clock;

    CaptureCheck(Interpreter interpreter, Clock clock) {
        this.interpreter = interpreter;
        this.clock = clock;
    }

    void refuseUnlessWhole(Sending sending, byte[] bytes) throws BodyRefused {
        var events = interpreter.interpret(message(sending, bytes), Optional.empty());
        var dead = events.stream().filter(e -> e.type() == EventType.DEAD_LETTER).toList();
        if (!dead.isEmpty()) {
            List<Place> places = dead.stream().limit(PLACES_MAX).map(CaptureCheck::place).toList();
            throw new BodyRefused(
                    ReceiveProblems.captureRefused(dead.size(), events.size()).at(places));
        }
    }

    /** It stands nowhere yet: the address is none. */
    private RawMessage message(Sending sending, byte[] bytes) {
        return new RawMessage(
                new RawAddress(Lane.EXPRESS, 0, 0),
                sending.tenant(),
                sending.source(),
                sending.contentType(),
                sending.messageId(),
                bytes,
                NOTHING,
                0,
                clock.instant());
    }

    private static Place place(CanonicalEvent dead) {
        var body = dead.body();
        return new Place(
                body.get("place").toString(), body.get("code") + ": " + body.get("reason"));
    }
}
