package dev.tidegate.processing.epcis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event of XML in the names and nesting of EPCIS 2.0 JSON: the wrappers of 1.2 ({@code
 * extension}, {@code baseExtension}) gone, lists as lists, attributes as members, extensions under
 * their full names. One event's: it knows which element a value came from.
 */
final class XmlForm {
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> WRAPPERS = Set.of("extension", "baseExtension");
    private static final Set<String> TEXT_LISTS =
            Set.of("epcList", "childEPCs", "inputEPCList", "outputEPCList", "correctiveEventIDs");
    private static final Set<String> OBJECT_LISTS =
            Set.of(
                    "quantityList",
                    "childQuantityList",
                    "inputQuantityList",
                    "outputQuantityList",
                    "sensorElementList");
    private static final Set<String> TYPED_LISTS =
            Set.of("bizTransactionList", "sourceList", "destinationList");
    private static final Set<String> OBJECTS =
            Set.of("readPoint", "bizLocation", "errorDeclaration", "ilmd", "quantityElement");

    /** Elements that may stand several times without a list around them. */
    private static final Set<String> REPEATED = Set.of("sensorReport", "set", "unset");

    private final Map<Object, XmlElement> origins = new IdentityHashMap<>();

    /** Names of attributes by their values. */
    private final Map<Object, String> attributes = new IdentityHashMap<>();

    /** An element that may be told once is told twice. */
    static final class Duplicate extends RuntimeException {
        final transient XmlElement element;

        Duplicate(XmlElement element) {
            super(element.local, null, false, false);
            this.element = element;
        }
    }

    /** Where a value stands. */
    Optional<String> place(Object value) {
        String attribute = attributes.get(value);
        return Optional.ofNullable(origins.get(value))
                .map(element -> attribute == null ? element.place() : element.place(attribute));
    }

    Map<String, Object> event(XmlElement element) {
        var event = new LinkedHashMap<String, Object>();
        event.put("type", from(new String(element.local.toCharArray()), element));
        element.children.forEach(child -> put(event, child));
        return from(event, element);
    }

    private void put(Map<String, Object> members, XmlElement child) {
        if (child.isStandard() && WRAPPERS.contains(child.local)) {
            child.children.forEach(inner -> put(members, inner));
        } else if (!child.isStandard()) {
            add(members, Names.of(child.namespace, child.local), extension(child));
        } else if (REPEATED.contains(child.local)) {
            add(members, child.local, standard(child));
        } else if (members.putIfAbsent(child.local, standard(child)) != null) {
            throw new Duplicate(child);
        }
    }

    /** The second of a name makes a list of both. */
    private static void add(Map<String, Object> members, String name, Object value) {
        members.merge(
                name,
                value,
                (before, more) -> {
                    var all = before instanceof Several several ? several : new Several(before);
                    all.add(more);
                    return all;
                });
    }

    /** Values of one name, as against a value that is a list. */
    private static final class Several extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        Several(Object first) {
            add(first);
        }
    }

    private Object standard(XmlElement element) {
        String name = element.local;
        if (TEXT_LISTS.contains(name)) {
            return list(element, this::leaf);
        }
        if (OBJECT_LISTS.contains(name)) {
            return list(element, this::object);
        }
        if (TYPED_LISTS.contains(name)) {
            return list(element, this::typed);
        }
        return OBJECTS.contains(name) || !element.children.isEmpty() || hasAttributes(element)
                ? object(element)
                : leaf(element);
    }

    private interface Item {
        Object of(XmlElement element);
    }

    private Object list(XmlElement element, Item item) {
        var items = new ArrayList<Object>(element.children.size());
        element.children.forEach(child -> items.add(item.of(child)));
        return from(items, element);
    }

    /** {@code <source type="...">id</source>}. */
    private Object typed(XmlElement element) {
        var typed = attributes(element);
        typed.put(element.local, leaf(element));
        return from(typed, element);
    }

    private Object object(XmlElement element) {
        var object = attributes(element);
        element.children.forEach(child -> put(object, child));
        return from(object, element);
    }

    private Object extension(XmlElement element) {
        var attributes = attributes(element);
        if (element.children.isEmpty() && attributes.isEmpty()) {
            return leaf(element);
        }
        element.children.forEach(
                child -> add(attributes, Names.of(child.namespace, child.local), extension(child)));
        String text = element.text();
        if (!text.isBlank()) {
            add(attributes, "#text", from(text, element));
        }
        return from(attributes, element);
    }

    private Map<String, Object> attributes(XmlElement element) {
        var members = new LinkedHashMap<String, Object>();
        for (var attribute : element.attributes) {
            if (isTold(attribute)) {
                members.put(
                        Names.of(attribute.namespace(), attribute.local()),
                        from(attribute.value(), element));
                attributes.put(attribute.value(), attribute.local());
            }
        }
        return members;
    }

    private static boolean hasAttributes(XmlElement element) {
        return element.attributes.stream().anyMatch(XmlForm::isTold);
    }

    private static boolean isTold(XmlElement.Attribute attribute) {
        return !attribute.namespace().equals(SCHEMA_INSTANCE);
    }

    private Object leaf(XmlElement element) {
        return from(element.text(), element);
    }

    private <T> T from(T value, XmlElement element) {
        origins.put(value, element);
        return value;
    }
}
