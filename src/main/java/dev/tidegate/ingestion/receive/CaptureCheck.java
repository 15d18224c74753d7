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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a document as the workers will, before it is taken in: one bad event refuses it whole. What
 * only the books can tell, such as an id that stands with other contents, is found when it is
 * applied.
 */
final class CaptureCheck {
    private static final int PLACES_MAX = 100;

    /** At a time, so that commands, which need reading too, don't stand behind large documents. */
    private static final int CHECKS_MAX = 2;

    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);
    private static final byte[] NOTHING = new byte[0];

    private final Interpreter interpreter;
    private final Clock clock;
    private final Semaphore checks = new Semaphore(CHECKS_MAX, true);

    CaptureCheck(Interpreter interpreter, Clock clock) {
        this.interpreter = interpreter;
        this.clock = clock;
    }

    void refuseUnlessWhole(Sending sending, byte[] bytes) throws BodyRefused {
        var events = read(message(sending, bytes));
        var dead = events.stream().filter(e -> e.type() == EventType.DEAD_LETTER).toList();
        if (!dead.isEmpty()) {
            List<Place> places = dead.stream().limit(PLACES_MAX).map(CaptureCheck::place).toList();
            throw new BodyRefused(
                    ReceiveProblems.captureRefused(dead.size(), events.size()).at(places));
        }
    }

    private List<CanonicalEvent> read(RawMessage message) throws BodyRefused {
        try {
            if (!checks.tryAcquire(CHECK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BodyRefused(ReceiveProblems.tooManyRequests());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read a document", e);
        }
        try {
            return interpreter.interpret(message, Optional.empty());
        } finally {
            checks.release();
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
