package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What the firewall of Spring Security turns away before anyone else sees it: methods that nobody
 * here has, such as TRACE, and what is malformed, such as encoded slashes and double dots.
 */
final class RejectedRequests implements RequestRejectedHandler {
    /** Those that the firewall lets through. */
    private static final Set<String> METHODS =
            Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final ProblemWriter writer;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    /**
     * @param handlers asked for late: the firewall is made before them
     */
    RejectedRequests(ProblemWriter writer, ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.writer = writer;
        this.handlers = handlers;
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException rejected)
            throws IOException {
        writer.write(
                METHODS.contains(request.getMethod())
                        ? SpringProblems.ofStatus(400)
                        : notAllowed(request),
                request,
                response);
    }

    /** As where a path has other methods than the one asked for; those are listed in Allow. */
    private Problem notAllowed(HttpServletRequest request) {
        var allowed = allowed(request);
        return SpringProblems.of(
                new HttpRequestMethodNotSupportedException(request.getMethod(), allowed));
    }

    private Set<String> allowed(HttpServletRequest request) {
        var mapping = handlers.getObject();
        try {
            ServletRequestPathUtils.parseAndCache(request);
            mapping.getHandler(request);
        } catch (HttpRequestMethodNotSupportedException ofThePath) {
            var methods = ofThePath.getSupportedMethods();
            return methods == null ? METHODS : Set.of(methods);
        } catch (Exception unreadable) {
            return METHODS;
        }
        return METHODS;
    }
}
