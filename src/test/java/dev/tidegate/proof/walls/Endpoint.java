package dev.tidegate.proof.walls;

import dev.tidegate.platform.web.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One endpoint of the running program, as its handler mapping tells it.
 *
 * @param needs the scope; empty for none
 * @param parameters of the query
 */
record Endpoint(String method, String pattern, String needs, List<String> parameters) {
    private static final String OURS = "dev.tidegate.";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");
    private static final DefaultParameterNameDiscoverer NAMES =
            new DefaultParameterNameDiscoverer();

    /** Fields of those pages that take whatever their form holds. */
    private static final Map<String, List<String>> FORMS =
            Map.of(
                    "/console/orders", List.of("number", "kind", "status", "partner", "cursor"),
                    "/console/dead-letters",
                            List.of("class", "code", "fate", "key", "source", "state", "cursor"),
                    "/console/shipments",
                            List.of("direction", "number", "order", "partner", "status", "cursor"),
                    "/console/events",
                            List.of("fate", "key", "q", "since", "source", "type", "cursor"),
                    "/console/mappings", List.of("cursor"),
                    "/console/onboarding", List.of(),
                    "/console/sources", List.of("cursor"),
                    "/console/schemas", List.of("cursor"),
                    "/console/stock", List.of("location", "cursor"),
                    "/console/stock/item", List.of("location"));

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        var all = new ArrayList<Endpoint>();
        mapping.getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            if (handler.getBeanType().getName().startsWith(OURS)) {
                                var methods = info.getMethodsCondition().getMethods();
                                for (String pattern : new TreeSet<>(info.getPatternValues())) {
                                    for (RequestMethod method : orGet(methods)) {
                                        all.add(of(method.name(), pattern, handler));
                                    }
                                }
                            }
                        });
        return all.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Endpoint::toString))
                .toList();
    }

    /** Patterns that libraries serve. */
    static List<String> notOurs(RequestMappingInfoHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> !entry.getValue().getBeanType().getName().startsWith(OURS))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .toList();
    }

    private static Iterable<RequestMethod> orGet(java.util.Set<RequestMethod> methods) {
        return methods.isEmpty() ? List.of(RequestMethod.GET) : methods;
    }

    private static Endpoint of(String method, String pattern, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(Needs.class);
        var parameters =
                Arrays.stream(handler.getMethodParameters())
                        .filter(p -> p.hasParameterAnnotation(RequestParam.class))
                        .flatMap(p -> isForm(p) ? fields(pattern) : Stream.of(name(p)))
                        .distinct()
                        .toList();
        return new Endpoint(method, pattern, needs == null ? "?" : needs.value(), parameters);
    }

    private static boolean isForm(MethodParameter parameter) {
        return Map.class.isAssignableFrom(parameter.getParameterType());
    }

    private static Stream<String> fields(String page) {
        if (page.startsWith("/console/mappings/{name}/studio")) {
            return Stream.empty(); // what its form sends is the presser's own text
        }
        var fields = FORMS.get(page);
        if (fields == null) {
            throw new AssertionError(
                    "no rule says which fields the form of " + page + " has: add it to Endpoint");
        }
        return fields.stream();
    }

    private static String name(MethodParameter parameter) {
        var told = parameter.getParameterAnnotation(RequestParam.class);
        if (told != null && !told.value().isEmpty()) {
            return told.value();
        }
        parameter.initParameterNameDiscovery(NAMES);
        return String.valueOf(parameter.getParameterName());
    }

    Stream<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1));
    }

    boolean isPublic() {
        return needs.equals(Needs.NOTHING);
    }

    boolean isConsole() {
        return pattern.equals("/") || pattern.startsWith("/console");
    }

    /** What rules are kept under. */
    String name() {
        return method + " " + pattern;
    }

    /** To be shown of it, under its name. */
    DynamicTest fact(Executable shown) {
        return DynamicTest.dynamicTest(toString(), shown);
    }

    @Override
    public String toString() {
        return name() + (needs.isEmpty() ? "" : " [" + needs + "]");
    }
}
