package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query that its reader would not take as it is meant: a filter that nobody knows would
 * leave the list unfiltered, one that is given twice would mean neither, one that is blank or has a
 * value that nothing has would find nothing, and a NUL is in no text of ours. Bodies are their
 * handlers' business. In a {@link Dialect} only what is malformed is refused.
 */
final class QueryCheck implements HandlerInterceptor {
    private static final List<String> APIS = List.of("/v1/", "/epcis/");

    private final Map<Method, Map<String, Readable>> known = new ConcurrentHashMap<>();
    private final Dialects dialects;

    QueryCheck(Dialects dialects) {
        this.dialects = dialects;
    }

    /**
     * A parameter as its handler reads it.
     *
     * @param many whether it may be given many times
     * @param values those it takes; empty for any
     */
    private record Readable(boolean many, List<String> values) {
        static Readable of(Parameter parameter) {
            var type = ResolvableType.forType(parameter.getParameterizedType());
            var closed = parameter.getAnnotation(OneOf.class);
            return new Readable(
                    type.getGeneric(0).as(Collection.class) != ResolvableType.NONE,
                    closed == null ? List.of() : OneOf.Values.of(closed));
        }
    }

    /** As it stands in the query. */
    private record Given(String name, String value) {
        static Given of(String pair) {
            var parts = pair.split("=", 2);
            return new Given(parts[0], parts.length == 1 ? "" : decoded(parts));
        }

        private static String decoded(String[] parts) {
            try {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw invalid("query:" + parts[0], "is not UTF-8 in percent encoding");
            }
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && APIS.stream().anyMatch(request.getRequestURI()::startsWith)) {
            if (dialects.of(request).isPresent()) {
                refuseMalformed(query);
            } else {
                check(query, known.computeIfAbsent(method.getMethod(), QueryCheck::readBy));
            }
        }
        return true;
    }

    /** A handler's parameters by their names. */
    private static Map<String, Readable> readBy(Method handler) {
        var all = new TreeMap<String, Readable>();
        for (var parameter : handler.getParameters()) {
            var told = parameter.getAnnotation(RequestParam.class);
            if (told != null) {
                all.put(
                        told.name().isEmpty() ? parameter.getName() : told.name(),
                        Readable.of(parameter));
            }
        }
        return all;
    }

    private static List<Given> refuseMalformed(String query) {
        if (query.contains("%00")) {
            throw invalid("query", "holds a NUL character (%00)");
        }
        return given(query);
    }

    private static void check(String query, Map<String, Readable> readable) {
        var seen = new HashSet<String>();
        for (Given given : refuseMalformed(query)) {
            var as = readable.get(given.name());
            if (as == null) {
                throw unknown(given.name(), readable);
            }
            if (!seen.add(given.name()) && !as.many()) {
                throw invalid("query:" + given.name(), "is given more than once");
            }
            if (!as.values().isEmpty() && !as.values().contains(given.value())) {
                throw misfit(given, as.values());
            }
            if (given.value().isBlank()) {
                throw invalid("query:" + given.name(), "is blank");
            }
        }
    }

    /**
     * Read from the query itself: to ask the request would read a form's body, which may be a
     * message.
     */
    private static List<Given> given(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("="))
                .map(Given::of)
                .toList();
    }

    private static ProblemException misfit(Given given, List<String> values) {
        return Problem.of(
                        400,
                        "invalid_parameter",
                        "A parameter has no usable value",
                        "query:%s can't be \"%s\".".formatted(given.name(), given.value()),
                        "It takes: " + String.join(", ", values) + ".")
                .at("query:" + given.name(), "unknown value")
                .asException();
    }

    private static ProblemException unknown(String name, Map<String, Readable> readable) {
        return Problem.of(
                        400,
                        "unknown_parameter",
                        "A parameter has an unknown name",
                        "There is no parameter " + name + " here.",
                        readable.isEmpty()
                                ? "Leave it out: there are none here."
                                : "Known are: " + String.join(", ", readable.keySet()) + ".")
                .at("query:" + name, "unknown parameter")
                .asException();
    }

    private static ProblemException invalid(String place, String what) {
        return Problem.of(
                        400,
                        "invalid_parameter",
                        "A parameter has no usable value",
                        place + " " + what + ".",
                        "The API's description at /v3/api-docs shows each parameter's type.")
                .at(place, what)
                .asException();
    }
}
