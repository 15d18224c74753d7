package dev.tidegate.console.signin;

import dev.tidegate.governance.identity.Directory;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the session's caller the request's caller, while the session and its client last. */
final class SessionFilter extends OncePerRequestFilter {
    /** Requests that a page left open makes by itself. */
    private static final String POLL = "/live";

    private final SecurityContextRepository contexts;
    private final ConsoleSettings settings;
    private final Directory directory;
    private final Clock clock;

    SessionFilter(
            SecurityContextRepository contexts,
            ConsoleSettings settings,
            Directory directory,
            Clock clock) {
        this.contexts = contexts;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = ConsoleSession.of(request);
        if (session.isPresent()) {
            var now = clock.instant();
            // Asked anew each time: a client that was revoked is out at its next click.
            var caller = directory.caller(session.get().clientId());
            if (caller.isEmpty() || session.get().over(now, settings)) {
                ConsoleSession.end(request.getSession(false));
            } else {
                if (!request.getRequestURI().endsWith(POLL)) {
                    session.get().used(now);
                }
                admit(caller.get(), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void admit(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
