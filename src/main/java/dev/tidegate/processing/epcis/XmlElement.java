package dev.tidegate.processing.epcis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An XML element: its name, where it begins, and, within an event, what is in it. Above the events
 * the children are counted and not kept.
 */
final class XmlElement {
    /** An attribute; its namespace is empty where it has no prefix. */
    record Attribute(String namespace, String local, String value) {}

    final String namespace;
    final String local;
    final List<Attribute> attributes;
    final List<XmlElement> children = new ArrayList<>(0);
    private final @Nullable XmlElement parent;
    private final int ordinal;
    private final int line;
    private final int column;
    private @Nullable Map<String, Integer> counts;
    private @Nullable StringBuilder text;

    XmlElement(
            String namespace,
            String local,
            List<Attribute> attributes,
            @Nullable XmlElement parent,
            int line,
            int column) {
        this.namespace = namespace;
        this.local = local;
        this.attributes = attributes;
        this.parent = parent;
        this.ordinal = parent == null ? 1 : parent.count(local);
        this.line = line;
        this.column = column;
    }

    /** One more child of this name: which one it is, from 1. */
    private int count(String name) {
        if (counts == null) {
            counts = new HashMap<>();
        }
        return counts.merge(name, 1, Integer::sum);
    }

    private boolean hasSeveral(String name) {
        return counts != null && counts.getOrDefault(name, 0) > 1;
    }

    boolean isStandard() {
        return Names.isStandard(namespace);
    }

    /** Whether it is the standard's own element of this name. */
    boolean is(String name) {
        return local.equals(name) && isStandard();
    }

    boolean isEvent() {
        return local.endsWith("Event") && isStandard();
    }

    void append(String more) {
        if (text == null) {
            text = new StringBuilder(more.length());
        }
        text.append(more);
    }

    /** A text of its own, never shared: where a value came from is told by its identity. */
    String text() {
        return text == null ? "" : text.toString();
    }

    /**
     * Local names, each with its place among those of its name in a list: {@code
     * /EPCISDocument/EPCISBody/EventList/ObjectEvent[2]}.
     */
    String xpath() {
        var above = parent == null ? "" : parent.xpath();
        return above + "/" + local + (isNumbered() ? "[" + ordinal + "]" : "");
    }

    private boolean isNumbered() {
        if (parent == null) {
            return false;
        }
        return parent.hasSeveral(local)
                || isEvent()
                || parent.is("EventList")
                || local.equals("extension") && parent.is("extension");
    }

    /** Names and texts, in their order. */
    void addTo(MessageDigest digest) {
        digest.update((namespace + '\0' + local + '\0' + text()).getBytes(StandardCharsets.UTF_8));
        children.forEach(child -> child.addTo(digest));
    }

    /** Of an attribute, with the line and column where its element begins. */
    String place(String attribute) {
        return xpath() + "/@" + attribute + place().substring(xpath().length());
    }

    /** With the line and column of its beginning. */
    String place() {
        return xpath() + " (line " + line + " column " + column + ")";
    }
}
