package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
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
 * leave the list unfiltered, one that is given twice would mean neither, and a NUL is in no text of
 * ours. Bodies are their handlers' business.
 */
final class QueryCheck implements HandlerInterceptor {
    private static final String API = "/v1/";

    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && request.getRequestURI().startsWith(API)) {
            check(query, known.computeIfAbsent(method.getMethod(), QueryCheck::readBy));
        }
        return true;
    }

    /** Names of a handler's parameters, and whether each may be given many times. */
    private static Map<String, Boolean> readBy(Method handler) {
        var all = new TreeMap<String, Boolean>();
        for (var parameter : handler.getParameters()) {
            var told = parameter.getAnnotation(RequestParam.class);
            if (told != null) {
                var type = ResolvableType.forType(parameter.getParameterizedType());
                all.put(
                        told.name().isEmpty() ? parameter.getName() : told.name(),
                        type.getGeneric(0).as(Collection.class) != ResolvableType.NONE);
            }
        }
        return all;
    }

    private static void check(String query, Map<String, Boolean> readable) {
        if (query.contains("%00")) {
            throw invalid("query", "holds a NUL character (%00)");
        }
        var seen = new HashSet<String>();
        for (String name : names(query)) {
            var many = readable.get(name);
            if (many == null) {
                throw unknown(name, readable);
            }
            if (!seen.add(name) && !many) {
                throw invalid("query:" + name, "is given more than once");
            }
        }
    }

    /**
     * Read from the query itself: to ask the request would read a form's body, which may be a
     * message.
     */
    private static List<String> names(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static ProblemException unknown(String name, Map<String, Boolean> readable) {
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
