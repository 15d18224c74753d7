package dev.tidegate.processing.epcis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of members as JSON-LD means them: a prefix that an {@code @context} declares stands for its
 * namespace, so that {@code ext:grade} becomes {@code https://ns.example.com/grade}, the same as in
 * XML. Contexts that stand elsewhere are not fetched; of the standard's own {@code cbvmda} is
 * known.
 */
record JsonNames(Map<String, String> namespaces) {
    private static final int CONTEXTS_MAX = 100;

    static JsonNames of(@Nullable Object context) {
        return new JsonNames(Map.of()).with(context);
    }

    /** With what an event declares itself. */
    JsonNames with(@Nullable Object context) {
        if (context == null) {
            return this;
        }
        var all = new HashMap<>(namespaces);
        List<?> contexts = context instanceof List<?> list ? list : List.of(context);
        for (Object one : contexts.subList(0, Math.min(CONTEXTS_MAX, contexts.size()))) {
            if (one instanceof Map<?, ?> declared) {
                declared.forEach(
                        (prefix, namespace) -> {
                            if (namespace instanceof String text) {
                                all.put(String.valueOf(prefix), text);
                            }
                        });
            }
        }
        return new JsonNames(all);
    }

    Map<String, Object> expanded(Map<?, ?> told) {
        var expanded = new LinkedHashMap<String, Object>();
        told.forEach(
                (name, value) -> {
                    if (value != null && !"@context".equals(name)) {
                        expanded.put(name(String.valueOf(name)), deep(value));
                    }
                });
        return expanded;
    }

    private Object deep(Object value) {
        return switch (value) {
            case Map<?, ?> map -> expanded(map);
            case List<?> list -> {
                var items = new ArrayList<Object>(list.size());
                for (Object item : list) {
                    if (item != null) {
                        items.add(deep(item));
                    }
                }
                yield items;
            }
            default -> value;
        };
    }

    private String name(String told) {
        int colon = told.indexOf(':');
        if (colon < 0) {
            return told;
        }
        var namespace = namespaces.get(told.substring(0, colon));
        return namespace == null ? told : Names.of(namespace, told.substring(colon + 1));
    }
}
