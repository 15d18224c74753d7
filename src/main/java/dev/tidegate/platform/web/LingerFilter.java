package dev.tidegate.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A request that is refused before its body was read gets its answer, and then its body is read and
 * thrown away for a while, and for so many bytes: closing at once would reset the connection, and a
 * caller that is still sending would see a broken pipe and never the reason.
 */
final class LingerFilter extends OncePerRequestFilter {
    private static final Duration LINGER_MAX = Duration.ofSeconds(5);
    private static final long LINGER_BYTES_MAX = 64L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= 400 && hasBody(request) && !request.isAsyncStarted()) {
            response.flushBuffer();
            drain(request);
        }
    }

    /** One that expects to be asked to continue sends nothing once it is refused. */
    private static boolean hasBody(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return false;
        }
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void drain(HttpServletRequest request) {
        long deadline = System.nanoTime() + LINGER_MAX.toNanos();
        try {
            var body = request.getInputStream();
            var waste = new byte[BUFFER];
            long wasted = 0;
            int got;
            do {
                got = body.read(waste);
                wasted += got;
            } while (got >= 0 && wasted < LINGER_BYTES_MAX && System.nanoTime() - deadline < 0);
        } catch (IOException | RuntimeException gone) {
            return; // the caller has gone, or sends what is no HTTP: it has its answer
        }
    }
}
