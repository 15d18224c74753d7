package dev.tidegate.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Which {@link Dialect} a request is to be answered in. */
final class Dialects {
    private final Supplier<List<Dialect>> all;

    /**
     * @param all asked for late: what writes refusals is made before those who speak
     */
    Dialects(Supplier<List<Dialect>> all) {
        this.all = SingletonSupplier.of(all);
    }

    Optional<Dialect> of(HttpServletRequest request) {
        return of(path(request));
    }

    Optional<Dialect> of(String path) {
        return all.get().stream().filter(dialect -> path.startsWith(dialect.prefix())).findFirst();
    }

    /** A request that the container handles anew as an error still asks for what it asked for. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }
}
