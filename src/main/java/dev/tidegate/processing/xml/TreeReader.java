package dev.tidegate.processing.xml;

import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A text to its tree. An element is by its local name: a text where it has nothing but text, else
 * an object of its attributes ({@code @name}), its children, and its text ({@code #text}) where it
 * has one; a repeated element is a list. Texts are without the blanks around them; comments and
 * instructions say nothing. Every value is an object of its own, so that {@link
 * dev.tidegate.processing.document.Provenance} can tell it.
 */
final class TreeReader {
    /** Envelopes nest no deeper: SOAP's Envelope and Body, the SBDH's message, the document. */
    private static final int OUTER_LEVELS = 4;

    private static final String MESSAGE = "Message: ";
    private static final Pattern PARSERS_LIMIT = Pattern.compile("JAXP0001000[1-7]");

    private final XmlSettings limits;
    private final Map<Object, String> namespaces = new IdentityHashMap<>();
    private @Nullable OpenElement open;
    private int depth;
    private int elements;

    TreeReader(XmlSettings limits) {
        this.limits = limits;
    }

    /** One a message: a factory shares state with its readers, and takes 30 microseconds. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("Nothing outside of the message is read.");
                });
        return factory;
    }

    /**
     * @throws Refused where the text is no XML or beyond a limit
     */
    Tree read(String text) {
        try {
            var in = factory().createXMLStreamReader(new StringReader(Prolog.blanked(text)));
            Tree tree = null;
            while (in.hasNext()) {
                tree = read(in, in.next(), tree);
            }
            return Objects.requireNonNull(tree); // an XML text has a root, or it throws
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private @Nullable Tree read(XMLStreamReader in, int event, @Nullable Tree tree) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(in);
            case XMLStreamConstants.END_ELEMENT -> {
                return end(in);
            }
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    text(in);
            case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw Refused.forbidden(
                            "undeclared_entity",
                            place(in),
                            "An entity other than XML's own five is used here.");
            default -> {} // comments and instructions say nothing
        }
        return tree;
    }

    private void begin(XMLStreamReader in) {
        if (++elements > limits.elementsMax()) {
            throw Refused.limit(place(in), "More than " + limits.elementsMax() + " elements.");
        }
        if (++depth > limits.depthMax()) {
            throw Refused.limit(place(in), "More than " + limits.depthMax() + " levels.");
        }
        if (in.getAttributeCount() > limits.attributesMax()) {
            throw Refused.limit(place(in), "More than " + limits.attributesMax() + " attributes.");
        }
        open = new OpenElement(in.getLocalName(), open);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String value = in.getAttributeValue(i);
            refuseBeyond(in, value.length());
            open.attribute(in.getAttributeLocalName(i), fresh(value));
        }
    }

    /** The tree, once the root is closed. */
    private @Nullable Tree end(XMLStreamReader in) {
        var closed = Objects.requireNonNull(open);
        var value = closed.close();
        String namespace = in.getNamespaceURI();
        if (depth <= OUTER_LEVELS && namespace != null && value instanceof Map<?, ?>) {
            namespaces.put(value, namespace);
        }
        depth--;
        open = closed.parent();
        if (open == null) {
            return new Tree(closed.name, value, namespaces);
        }
        open.add(closed.name, value);
        return null;
    }

    private void text(XMLStreamReader in) {
        if (open != null) {
            refuseBeyond(in, open.textLength() + (long) in.getTextLength());
            open.append(in.getText());
        }
    }

    private void refuseBeyond(XMLStreamReader in, long length) {
        if (length > limits.textLengthMax()) {
            throw Refused.limit(
                    place(in), "A text has more than " + limits.textLengthMax() + " characters.");
        }
    }

    /** An attribute's value may be the parser's own; identity needs one of ours. */
    private static String fresh(String value) {
        return new StringBuilder(value).toString();
    }

    private String place(XMLStreamReader in) {
        return place(in.getLocation());
    }

    /** The element that is open; the parser has no line at the end of the text. */
    private String place(@Nullable Location at) {
        String path = open == null ? "/" : open.xpath();
        return at == null || at.getLineNumber() < 1
                ? path
                : "%s (line %d column %d)"
                        .formatted(path, at.getLineNumber(), at.getColumnNumber());
    }

    /** The parser has limits of its own, told by the codes JAXP00010001 to 7. */
    private Refused refused(XMLStreamException e) {
        String told = String.valueOf(e.getMessage());
        int begin = told.indexOf(MESSAGE);
        String reason = begin < 0 ? told : told.substring(begin + MESSAGE.length());
        return PARSERS_LIMIT.matcher(reason).lookingAt()
                ? Refused.limit(place(e.getLocation()), reason)
                : Refused.malformed(place(e.getLocation()), readable(reason));
    }

    /** Some errors are told by an address, {@code http://...#AttributeNotUnique?a&b}. */
    private static String readable(String reason) {
        return reason.startsWith("http")
                ? reason.substring(reason.indexOf('#') + 1).replace("?", ": ").replace('&', ' ')
                : reason;
    }
}
