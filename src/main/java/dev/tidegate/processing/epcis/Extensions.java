package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.Unwritable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prefixes for the full names of extensions: {@code https://ns.example.com/grade} is {@code
 * ext1:grade}, and {@code ext1} stands for {@code https://ns.example.com/}. The inverse of {@link
 * JsonNames}.
 */
final class Extensions {
    private static final String MASTER_DATA = "cbvmda";

    private final Map<String, String> prefixes = new LinkedHashMap<>();

    /**
     * An extension's name in two.
     *
     * @param prefix empty for a name that has no namespace
     */
    record Name(String prefix, String local) {
        String written() {
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
    }

    Name name(String told, List<Object> path) {
        int end =
                Math.max(
                        Math.max(told.lastIndexOf('/'), told.lastIndexOf('#')),
                        told.lastIndexOf(':'));
        if (end < 0 || told.startsWith("#") || told.startsWith("@")) {
            return new Name("", told);
        }
        String local = told.substring(end + 1);
        String namespace = told.substring(0, end + 1);
        if (namespace.equals(MASTER_DATA + ":")) {
            return new Name(MASTER_DATA, local);
        }
        if (local.isEmpty() || namespace.length() < 2) {
            throw Unwritable.inTree(path, "The name " + told + " has no local part.");
        }
        return new Name(
                prefixes.computeIfAbsent(namespace, _ -> "ext" + (prefixes.size() + 1)), local);
    }

    /** Prefixes that were given out, with their namespaces. */
    Map<String, String> namespaces() {
        var namespaces = new LinkedHashMap<String, String>();
        prefixes.forEach((namespace, prefix) -> namespaces.put(prefix, namespace));
        return namespaces;
    }
}
