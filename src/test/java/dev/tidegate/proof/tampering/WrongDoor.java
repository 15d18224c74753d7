package dev.tidegate.proof.tampering;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the door and does the wrongs that are switched on, to one message in seven. */
final class WrongDoor extends OncePerRequestFilter {
    private static final int EVERY = 7;
    private final AtomicLong messages = new AtomicLong();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrongs = Tampering.ofDoor();
        boolean single =
                request.getRequestURI().endsWith("/messages")
                        && "application/json".equals(request.getContentType());
        if (wrongs.isEmpty() || !single || messages.incrementAndGet() % EVERY != 0) {
            chain.doFilter(request, response);
        } else if (wrongs.contains(DoorWrong.ACKNOWLEDGES_UNKEPT)) {
            request.getInputStream().readAllBytes();
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            response.setContentType("application/json");
            response.getWriter()
                    .write(
                            "{\"receipt\":\"lost-%d\",\"lane\":\"express\"}"
                                    .formatted(messages.get()));
        } else {
            chain.doFilter(rewritten(request), response);
        }
    }

    /** The same length, another order. */
    private static HttpServletRequest rewritten(HttpServletRequest request) throws IOException {
        var text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var wrong =
                new ByteArrayInputStream(
                        text.replace("\"EUR\"", "\"USD\"").getBytes(StandardCharsets.UTF_8));
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() {
                return new ServletInputStream() {
                    @Override
                    public int read() {
                        return wrong.read();
                    }

                    @Override
                    public boolean isFinished() {
                        return wrong.available() == 0;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setReadListener(ReadListener listener) {
                        throw new UnsupportedOperationException("read it in the request's thread");
                    }
                };
            }
        };
    }
}
