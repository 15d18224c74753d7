package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One walk through a document, element by element, that keeps the events and nothing else. */
final class XmlWalk {
    private static final Set<String> ROOTS =
            Set.of("EPCISDocument", "EPCISQueryDocument", "EventList");

    private final EpcisSettings settings;
    private final int eventsMax;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<XmlElement> events = new ArrayList<>();
    private @Nullable XmlElement root;
    private @Nullable XmlElement event;
    private int elements;

    XmlWalk(EpcisSettings settings, int eventsMax) {
        this.settings = settings;
        this.eventsMax = eventsMax;
    }

    /** Ends a walk: the document is not read. */
    static final class Refused extends RuntimeException {
        final transient Failure failure;

        Refused(Failure failure) {
            super(failure.reason(), null, false, false);
            this.failure = failure;
        }
    }

    /** Empty where there is no event. */
    Optional<List<XmlElement>> read(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext() && events.size() <= eventsMax) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(in);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(in);
                case XMLStreamConstants.DTD -> throw forbidden("document type (DOCTYPE)");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden("entity");
                default -> {} // comments, blanks and processing instructions say nothing
            }
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(events);
    }

    private void begin(XMLStreamReader in) {
        if (++elements > settings.elementsMax()) {
            throw limit("More than " + settings.elementsMax() + " elements.");
        }
        if (open.size() >= settings.depthMax()) {
            throw limit("Elements nest deeper than " + settings.depthMax() + " levels.");
        }
        if (in.getAttributeCount() + in.getNamespaceCount() > settings.attributesMax()) {
            throw limit("More than " + settings.attributesMax() + " attributes of one element.");
        }
        var parent = open.peek();
        var at = in.getLocation();
        var element =
                new XmlElement(
                        or(in.getNamespaceURI()),
                        in.getLocalName(),
                        attributes(in),
                        parent,
                        at.getLineNumber(),
                        at.getColumnNumber());
        root = root == null ? element : root;
        place(element, parent);
        open.push(element);
    }

    private void place(XmlElement element, @Nullable XmlElement parent) {
        if (event != null) {
            Objects.requireNonNull(parent).children.add(element);
        } else if (parent == null ? element.isEvent() : holdsEvents() && !isWrapper(element)) {
            event = element;
        }
    }

    /** EPCIS 1.2 puts events that 1.0 didn't have into wrappers. */
    private static boolean isWrapper(XmlElement element) {
        return element.is("extension");
    }

    private boolean holdsEvents() {
        for (XmlElement above : open) {
            if (!isWrapper(above)) {
                return above.is("EventList");
            }
        }
        return false;
    }

    private void end() {
        var closed = open.pop();
        if (closed.equals(event)) {
            events.add(closed);
            event = null;
        }
    }

    private void text(XMLStreamReader in) {
        var top = open.peek();
        if (event != null && top != null) {
            top.append(in.getText());
        }
    }

    private static List<XmlElement.Attribute> attributes(XMLStreamReader in) {
        int count = in.getAttributeCount();
        var attributes = new ArrayList<XmlElement.Attribute>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(
                    new XmlElement.Attribute(
                            or(in.getAttributeNamespace(i)),
                            in.getAttributeLocalName(i),
                            in.getAttributeValue(i)));
        }
        return attributes;
    }

    private static String or(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }

    private Refused limit(String reason) {
        return new Refused(Refusals.limit(xpath(), reason));
    }

    private Refused forbidden(String what) {
        return new Refused(Refusals.forbidden(xpath(), what));
    }

    /** Where the walk stands. */
    String xpath() {
        var top = open.peek();
        return top == null ? "/" : top.xpath();
    }

    /** Whether the document is of a kind that may have events. */
    boolean isReadable() {
        return ROOTS.contains(root().local);
    }

    XmlElement root() {
        return Objects.requireNonNull(root);
    }
}
