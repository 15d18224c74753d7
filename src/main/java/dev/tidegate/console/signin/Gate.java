package dev.tidegate.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Where a request goes that may not go on: to the sign-in page, and back afterwards. */
final class Gate implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException stranger)
            throws IOException {
        String to = request.getMethod().equals("GET") ? asked(request) : "";
        send(request, response, SignInHandler.PATH + "?to=" + encoded(to));
    }

    /**
     * Handlers check scopes; what is denied here is a post whose token has gone with its session.
     */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        send(request, response, SignInHandler.PATH + "?expired");
    }

    /** A part of a page can't be redirected: htmx moves the whole page. */
    private static void send(HttpServletRequest request, HttpServletResponse response, String to)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader(
                    "HX-Redirect", SignInHandler.PATH + "?to=" + encoded(shown(request)));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(to);
        }
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The page that the part belongs to, as htmx tells it. */
    private static String shown(HttpServletRequest request) {
        String url = request.getHeader("HX-Current-URL");
        return url == null ? "" : url.replaceFirst("^https?://[^/]+", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
