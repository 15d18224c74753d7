package dev.tidegate.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which client signed in, and when the session was last used by a person. What the client may do is
 * looked up at each request. Lives in this process only.
 */
final class ConsoleSession {
    private static final String NAME = ConsoleSession.class.getName();

    private final String clientId;
    private final Instant since;
    private volatile Instant usedAt;

    private ConsoleSession(String clientId, Instant now) {
        this.clientId = clientId;
        this.since = now;
        this.usedAt = now;
    }

    /** Ends the session there was, so that nobody who knew its id before is signed in by it. */
    static void begin(HttpServletRequest request, String clientId, Instant now, int idleSeconds) {
        end(request.getSession(false));
        var session = request.getSession(true);
        session.setMaxInactiveInterval(idleSeconds);
        session.setAttribute(NAME, new ConsoleSession(clientId, now));
    }

    static Optional<ConsoleSession> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof ConsoleSession known
                ? Optional.of(known)
                : Optional.empty();
    }

    static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }

    boolean over(Instant now, ConsoleSettings settings) {
        return usedAt.plus(settings.idleTimeout()).isBefore(now)
                || since.plus(settings.sessionTimeout()).isBefore(now);
    }

    void used(Instant now) {
        usedAt = now;
    }

    String clientId() {
        return clientId;
    }
}
