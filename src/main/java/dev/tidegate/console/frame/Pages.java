package dev.tidegate.console.frame;

import dev.tidegate.platform.web.CallerAuthentication;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;

/**
 * Turns a template and its page model into a view. Templates are compiled into the program: a page
 * that doesn't fit its model breaks the build.
 */
public final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "dev.tidegate.console.pages");
    private final Assets assets;

    public Pages(Assets assets) {
        this.assets = assets;
    }

    /**
     * @param template below {@code src/main/jte}, without its ending
     * @param page handed to the template as {@code page}
     */
    public View page(String template, Object page) {
        return page(HttpStatus.OK, template, page);
    }

    public View page(HttpStatus status, String template, Object page) {
        return (model, request, response) -> write(status, template, page, request, response);
    }

    /** A part of a page by itself, such as an event of a stream. */
    public String part(String template, Object page) {
        var out = new StringOutput();
        templates.render(template + ".jte", Map.of("page", page), out);
        return out.toString();
    }

    private void write(
            HttpStatus status,
            String template,
            Object page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var out = new Utf8ByteOutput();
        templates.render(template + ".jte", Map.of("shell", shell(request), "page", page), out);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }

    private Shell shell(HttpServletRequest request) {
        var caller = CallerAuthentication.current();
        String path = request.getRequestURI();
        // Asking for the token begins a session: readers of the documentation need none.
        boolean forms = caller.isPresent() || path.startsWith("/console/");
        return new Shell(assets, caller, forms ? csrf(request) : Shell.Csrf.NONE, path);
    }

    private static Shell.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getParameterName(), token.getToken())
                : Shell.Csrf.NONE;
    }
}
