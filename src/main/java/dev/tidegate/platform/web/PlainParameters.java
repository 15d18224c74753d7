package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a NUL in the query: no text of ours holds one, and PostgreSQL would call it a fault.
 * Bodies are their handlers' business.
 */
public final class PlainParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw Problem.of(
                            400,
                            "invalid_parameter",
                            "A parameter has no usable value",
                            "The query holds a NUL character (%00).",
                            "Leave it out: no name or key here holds one.")
                    .at("query", "holds a NUL character")
                    .asException();
        }
        return true;
    }
}
