package dev.tidegate.processing.epcis;

import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Utf8;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * EPCIS 1.2 and 2.0 in XML. No document type, no entities of its own, nothing fetched; depth,
 * elements and attributes are bounded. A document that is not well-formed is refused whole.
 */
final class XmlDocuments {
    private static final int DECLARATION_LENGTH_MAX = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    /** How the JDK's parser begins its messages of what it doesn't allow (java.xml). */
    private static final String DOCTYPE_DENIED = "JAXP00010008";

    private static final String PARSER_LIMIT = "JAXP0001";

    private final XMLInputFactory factory = factory();
    private final EpcisSettings settings;
    private final int eventsMax;
    private final EventReadings events;

    XmlDocuments(NormaliserSettings settings, EventReadings events) {
        this.settings = settings.epcis();
        this.eventsMax = settings.entriesMax();
        this.events = events;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty("jdk.xml.dtd.support", "deny");
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        return factory;
    }

    List<Reading> read(byte[] bytes, int from) {
        var invalid = notUtf8(bytes, from);
        if (invalid.isPresent()) {
            return List.of(whole(bytes, invalid.get()));
        }
        var walk = new XmlWalk(settings, eventsMax);
        try {
            var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            return walk.read(reader).map(this::readings).orElseGet(() -> none(bytes, walk));
        } catch (XmlWalk.Refused e) {
            return List.of(whole(bytes, e.failure));
        } catch (XMLStreamException e) {
            return List.of(whole(bytes, malformed(e, walk)));
        }
    }

    private List<Reading> readings(List<XmlElement> elements) {
        var readings = new ArrayList<Reading>(elements.size());
        elements.forEach(element -> readings.add(reading(element)));
        return readings;
    }

    private Reading reading(XmlElement element) {
        var form = new XmlForm();
        try {
            var raw = form.event(element);
            return events.read(element.xpath(), raw, form::place, element.place());
        } catch (XmlForm.Duplicate e) {
            return new Reading.Unreadable(
                    element.xpath(),
                    Refusals.duplicate(e.element.place(), e.element.local),
                    element::addTo);
        }
    }

    private static List<Reading> none(byte[] bytes, XmlWalk walk) {
        return List.of(
                whole(
                        bytes,
                        walk.isReadable()
                                ? Refusals.noEvents(walk.root().xpath())
                                : Refusals.unsupportedDocument(
                                        walk.root().place(), walk.root().local)));
    }

    private static Reading whole(byte[] bytes, Failure failure) {
        return new Reading.Unreadable("/", failure, Fingerprint.of(bytes));
    }

    /** What says itself to be UTF-8, or nothing, must be; other encodings are the parser's. */
    private static Optional<Failure> notUtf8(byte[] bytes, int from) {
        int length = Math.min(DECLARATION_LENGTH_MAX, bytes.length - from);
        var start = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        var told = ENCODING.matcher(start.stripLeading());
        if (start.startsWith("\u00FE\u00FF")
                || start.startsWith("\u00FF\u00FE")
                || told.find() && !told.group(1).toLowerCase(Locale.ROOT).equals("utf-8")) {
            return Optional.empty();
        }
        int at = Utf8.firstInvalid(bytes, from, bytes.length);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        Failure.dataQuality(
                                "invalid_utf8",
                                "byte " + at,
                                "Byte 0x%02X is no UTF-8 there, and no other encoding is declared."
                                        .formatted(bytes[at]),
                                "Let the sender write UTF-8, or declare the encoding."));
    }

    private static Failure malformed(XMLStreamException e, XmlWalk walk) {
        var at = e.getLocation();
        String message = String.valueOf(e.getMessage());
        int begin = message.indexOf("Message: ");
        String reason = begin < 0 ? message : message.substring(begin + "Message: ".length());
        String place =
                walk.xpath()
                        + (at == null
                                ? ""
                                : " (line %d column %d)"
                                        .formatted(at.getLineNumber(), at.getColumnNumber()));
        if (reason.startsWith(DOCTYPE_DENIED)) {
            return Refusals.forbidden(place, "document type (DOCTYPE)");
        }
        return reason.startsWith(PARSER_LIMIT)
                ? Refusals.limit(place, reason)
                : Refusals.malformed(place, reason);
    }
}
