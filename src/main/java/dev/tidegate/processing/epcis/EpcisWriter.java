package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.DocumentWriter;
import dev.tidegate.processing.document.Outgoing;
import dev.tidegate.processing.document.Unwritable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A GS1 EPCIS 2.0 capture document of all events, each in the form that {@link EpcisAdapter} brings
 * events into: JSON-LD, or XML where the variable {@code syntax} is {@code xml}. The variable
 * {@code created} is the document's creation date.
 */
public final class EpcisWriter implements DocumentWriter {
    private static final String XML = "xml";

    private final int depthMax;
    private final boolean isXml;

    /**
     * @param depthMax levels of nesting
     * @param documents whose first one tells the syntax
     */
    public EpcisWriter(int depthMax, List<Outgoing> documents) {
        this.depthMax = depthMax;
        String syntax = documents.getFirst().text("syntax", "json");
        if (!syntax.equals("json") && !syntax.equals(XML)) {
            throw Unwritable.variable("syntax", "It is json or xml.");
        }
        isXml = syntax.equals(XML);
    }

    @Override
    public String contentType() {
        return isXml ? "application/xml" : "application/ld+json";
    }

    @Override
    public byte[] write(List<Outgoing> documents, int sizeMax) {
        String created = documents.getFirst().text("created", "");
        if (created.isEmpty()) {
            throw Unwritable.variable("created", "A document tells when it was made.");
        }
        var events = new ArrayList<Map<String, Object>>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            try {
                events.add(form(documents.get(i)));
            } catch (Unwritable e) {
                throw e.of(i);
            }
        }
        return isXml
                ? new DocumentXml(depthMax, sizeMax).write(events, created)
                : new DocumentJson(depthMax).write(events, created, sizeMax);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(Outgoing document) {
        var event = new EventForm().event((Map<String, Object>) document.tree());
        for (String required : List.of("type", "eventTime", "eventTimeZoneOffset")) {
            if (!(event.get(required) instanceof String)) {
                throw Unwritable.inTree(List.of(required), "An event tells it.");
            }
        }
        if (!EventReadings.TYPES.contains(String.valueOf(event.get("type")))) {
            throw Unwritable.inTree(
                    List.of("type"), "It is one of " + String.join(", ", EventReadings.TYPES));
        }
        return event;
    }
}
