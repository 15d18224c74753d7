package dev.tidegate.processing.epcis;

import dev.tidegate.platform.gs1.Cbv;
import dev.tidegate.processing.document.Scalars;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.xml.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An {@code EPCISDocument} in XML (EPCIS 2.0), its elements in the order of GS1's XSD. The inverse
 * of {@link XmlForm}: what is an attribute there and what an element is the same for its reader, so
 * extensions are written as elements.
 */
final class DocumentXml {
    private static final String NAMESPACE = "urn:epcglobal:epcis:xsd:2";
    private static final String MASTER_DATA = "urn:epcglobal:cbv:mda";

    private final int depthMax;
    private final int sizeMax;
    private final List<Object> path = new ArrayList<>();
    private final Extensions extensions = new Extensions();
    private Markup out;

    DocumentXml(int depthMax, int sizeMax) {
        this.depthMax = depthMax;
        this.sizeMax = sizeMax;
        out = new Markup(sizeMax);
    }

    /** Twice: the prefixes that the root declares are known once all is written. */
    byte[] write(List<Map<String, Object>> events, String created) {
        document(events, created);
        out = new Markup(sizeMax);
        document(events, created);
        return out.bytes();
    }

    private void document(List<Map<String, Object>> events, String created) {
        out.begin("epcis:EPCISDocument");
        out.attribute("xmlns:epcis", NAMESPACE);
        out.attribute("xmlns:cbvmda", MASTER_DATA);
        extensions.namespaces().forEach((prefix, uri) -> out.attribute("xmlns:" + prefix, uri));
        out.attribute("schemaVersion", "2.0");
        out.attribute("creationDate", created);
        out.children();
        open("EPCISBody");
        open("EventList");
        for (int i = 0; i < events.size(); i++) {
            try {
                event(events.get(i));
            } catch (Unwritable e) {
                throw e.of(i);
            }
        }
        out.end("EventList");
        out.end("EPCISBody");
        out.end("epcis:EPCISDocument");
    }

    private void event(Map<String, Object> event) {
        String type = String.valueOf(event.get("type"));
        var order = EventOrder.of(type);
        open(type);
        order.forEach(
                name ->
                        Optional.ofNullable(event.get(name))
                                .ifPresent(value -> under(name, () -> standard(name, value))));
        event.forEach(
                (name, value) -> {
                    if (!name.equals("type") && !order.contains(name)) {
                        under(name, () -> extension(name, value));
                    }
                });
        out.end(type);
    }

    private void standard(String name, Object value) {
        switch (value) {
            case List<?> list when EventOrder.ITEMS.containsKey(name) -> {
                open(name);
                String item = String.valueOf(EventOrder.ITEMS.get(name));
                for (int i = 0; i < list.size(); i++) {
                    Object one = list.get(i);
                    under(i, () -> item(item, one));
                }
                out.end(name);
            }
            case List<?> list -> list.forEach(one -> standard(name, one));
            case Map<?, ?> map when name.equals("sensorMetadata") || name.equals("sensorReport") ->
                    sensor(name, map);
            case Map<?, ?> map -> {
                open(name);
                members(inOrder(name, map), name.equals("ilmd"));
                out.end(name);
            }
            default ->
                    leaf(
                            name,
                            EventOrder.WORDS.containsKey(name) ? word(name, value) : text(value));
        }
    }

    /** Of a persistent disposition the schema wants what is unset first. */
    private static Map<?, ?> inOrder(String name, Map<?, ?> map) {
        return name.equals("persistentDisposition")
                ? new TreeMap<Object, Object>(map).descendingMap()
                : map;
    }

    private String word(String name, Object value) {
        return EventOrder.WORDS.getOrDefault(name, Cbv.DISPOSITION).urn(text(value));
    }

    private void item(String name, Object value) {
        switch (value) {
            case Map<?, ?> typed when typed.get(name) != null -> {
                var vocabulary =
                        name.equals("bizTransaction")
                                ? Cbv.TRANSACTION_TYPE
                                : Cbv.SOURCE_OR_DESTINATION_TYPE;
                out.begin(name);
                if (typed.get("type") != null) {
                    out.attribute("type", vocabulary.urn(text(typed.get("type"))));
                }
                out.text(name, text(typed.get(name)));
            }
            case Map<?, ?> map -> {
                open(name);
                members(map, false);
                out.end(name);
            }
            default -> leaf(name, text(value));
        }
    }

    private void members(Map<?, ?> map, boolean areExtensions) {
        map.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    boolean isStandard = !areExtensions && name.indexOf(':') < 0;
                    under(
                            name,
                            () -> {
                                if (isStandard) {
                                    standard(name, value);
                                } else {
                                    extension(name, value);
                                }
                            });
                });
    }

    /** What a sensor tells are attributes, words of GS1's web vocabulary compact. */
    private void sensor(String name, Map<?, ?> map) {
        out.begin(name);
        map.forEach(
                (key, value) -> {
                    path.addLast(key);
                    String attribute = extensions.name(String.valueOf(key), path).written();
                    boolean isWord = attribute.equals("type") || attribute.equals("exception");
                    String text = text(value);
                    out.attribute(
                            attribute,
                            isWord && text.indexOf(':') < 0
                                    ? "gs1:" + text
                                    : attribute.equals("component")
                                            ? Cbv.SENSOR_COMPONENT.urn(text)
                                            : text);
                    path.removeLast();
                });
        out.text(name, "");
    }

    private void extension(String told, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(one -> extension(told, one));
            return;
        }
        var name = extensions.name(told, path);
        if (!Markup.isName(name.local())) {
            throw Unwritable.inTree(path, "\"" + name.local() + "\" is no name of XML.");
        }
        if (value instanceof Map<?, ?> map) {
            open(name.written());
            map.forEach((inner, one) -> under(inner, () -> inner(String.valueOf(inner), one)));
            out.end(name.written());
        } else {
            leaf(name.written(), text(value));
        }
    }

    private void inner(String name, Object value) {
        if (name.equals("#text")) {
            out.mixed(text(value));
        } else {
            extension(name, value);
        }
    }

    private void open(String name) {
        out.begin(name);
        out.children();
    }

    private void leaf(String name, String text) {
        out.begin(name);
        out.text(name, text);
    }

    private void under(Object step, Runnable written) {
        path.addLast(step);
        if (path.size() > depthMax) {
            throw Unwritable.inTree(path, "It has more than " + depthMax + " levels.");
        }
        written.run();
        path.removeLast();
    }

    private String text(Object value) {
        String text =
                Scalars.text(value)
                        .orElseThrow(() -> Unwritable.inTree(path, "It is no text or number."));
        if (Markup.firstForbidden(text) >= 0) {
            throw Unwritable.inTree(path, "It has a character that can't stand in XML.");
        }
        return text;
    }
}
