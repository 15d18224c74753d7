package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * {@code Tidegate-Version}: a caller may say which version of the HTTP contract it was written for;
 * every answer says which one it follows.
 */
final class ContractVersion implements HandlerInterceptor {
    static final String HEADER = "Tidegate-Version";

    /** Newest first. */
    private static final List<String> VERSIONS = List.of("2026-11-24");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = request.getHeader(HEADER);
        if (asked != null && !VERSIONS.contains(asked)) {
            throw Problem.of(
                            400,
                            "unknown_version",
                            "No such version of the API",
                            HEADER + ": " + asked + " is none of " + String.join(", ", VERSIONS),
                            "Leave the header out, or name one of those versions.")
                    .at("header:" + HEADER, "unknown version")
                    .asException();
        }
        response.setHeader(HEADER, asked == null ? VERSIONS.getFirst() : asked);
        return true;
    }
}
