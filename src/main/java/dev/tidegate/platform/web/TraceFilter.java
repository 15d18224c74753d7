package dev.tidegate.platform.web;

import dev.tidegate.platform.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names the request before anything else sees it, so that every log line and every problem of it
 * can be found by one id.
 */
final class TraceFilter extends OncePerRequestFilter {
    private final Ids ids;

    TraceFilter(Ids ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = Trace.from(request.getHeader("traceparent"), ids);
        MDC.put(Trace.FIELD, trace);
        response.setHeader("Trace-Id", trace);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Trace.FIELD);
        }
    }

    /** An error page is still the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
