package dev.tidegate.processing.xml;

import java.util.Map;

/**
 * A message as a tree.
 *
 * @param name local name of the root element
 * @param value an object, or a text where the element has nothing but text
 * @param namespaces of the outer elements that are objects, by identity
 */
record Tree(String name, Object value, Map<Object, String> namespaces) {
    /** The namespace of an outer element; empty where it has none. */
    String namespace(Object element) {
        return namespaces.getOrDefault(element, "");
    }
}
