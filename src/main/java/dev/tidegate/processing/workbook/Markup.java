package dev.tidegate.processing.workbook;

import java.io.InputStream;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML of one part, tag by tag. No document type, no entities, nothing outside of the part, in
 * UTF-8 whatever its prolog says.
 */
final class Markup {
    private static final int DEPTH_MAX = 32; // ECMA-376 needs no more than ten

    private final XMLStreamReader in;
    private final Supplier<String> place;
    private int depth;

    /** What comes next of a part. */
    enum Event {
        BEGIN,
        END,
        TEXT,
        DONE
    }

    /**
     * @param place where the reader is, for what is refused
     */
    Markup(InputStream part, Supplier<String> place) {
        this.place = place;
        this.in = guarded(() -> factory().createXMLStreamReader(part, "UTF-8"));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("Nothing outside of the workbook is read.");
                });
        return factory;
    }

    Event next() {
        while (guarded(in::hasNext)) {
            switch (guarded(in::next)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    deeper();
                    return Event.BEGIN;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Event.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return Event.TEXT;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw WorkbookRefused.forbidden(
                                place.get(), "A document type or an entity is used here.");
                default -> {} // comments, instructions and blanks say nothing
            }
        }
        return Event.DONE;
    }

    private void deeper() {
        if (++depth > DEPTH_MAX) {
            throw WorkbookRefused.malformed(
                    place.get(), "Tags are nested more than " + DEPTH_MAX + " levels deep.");
        }
    }

    boolean is(String name) {
        return in.getLocalName().equals(name);
    }

    String text() {
        return in.getText();
    }

    /** By its local name; empty where it isn't there. */
    String attribute(String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }

    /** An attribute in one of the namespaces of relationships: {@code r:id}. */
    String relation() {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            if (in.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.endsWith("/relationships")) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }

    private interface Step<T> {
        T take() throws XMLStreamException;
    }

    private <T> T guarded(Step<T> step) {
        try {
            return step.take();
        } catch (WorkbookRefused refused) {
            throw refused.at(place.get());
        } catch (XMLStreamException e) {
            if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
                throw WorkbookRefused.forbidden(place.get(), "A document type stands here.");
            }
            throw WorkbookRefused.malformed(place.get(), "The workbook's XML is broken here.");
        }
    }
}
