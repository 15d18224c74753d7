package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@code EPCISDocument} in JSON-LD, extensions under prefixes that its context declares. */
final class DocumentJson {
    private static final String CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private final int depthMax;
    private final Extensions extensions = new Extensions();
    private final List<Object> path = new ArrayList<>();

    DocumentJson(int depthMax) {
        this.depthMax = depthMax;
    }

    byte[] write(List<Map<String, Object>> events, String created, int sizeMax) {
        var list = new ArrayList<Object>(events.size());
        for (int i = 0; i < events.size(); i++) {
            try {
                list.add(prefixed(events.get(i)));
            } catch (Unwritable e) {
                throw e.of(i);
            }
        }
        var context = new ArrayList<Object>(List.of(CONTEXT));
        if (!extensions.namespaces().isEmpty()) {
            context.add(extensions.namespaces());
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", context);
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", created);
        document.put("epcisBody", Map.of("eventList", list));
        return new JsonWriter(depthMax).write(List.of(new Outgoing(document, Map.of())), sizeMax);
    }

    private Object prefixed(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach(
                        (name, member) -> {
                            step(name);
                            members.put(
                                    extensions.name(String.valueOf(name), path).written(),
                                    prefixed(member));
                            path.removeLast();
                        });
                yield members;
            }
            case List<?> list -> {
                var items = new ArrayList<Object>(list.size());
                for (int i = 0; i < list.size(); i++) {
                    step(i);
                    items.add(prefixed(list.get(i)));
                    path.removeLast();
                }
                yield items;
            }
            default -> value;
        };
    }

    private void step(Object step) {
        path.addLast(step);
        if (path.size() > depthMax) {
            throw Unwritable.inTree(path, "It has more than " + depthMax + " levels.");
        }
    }
}
