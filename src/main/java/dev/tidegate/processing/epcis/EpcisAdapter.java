package dev.tidegate.processing.epcis;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.xml.XmlLocator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * GS1 EPCIS 1.2 and 2.0: capture and query documents, lists of events, bare events; XML and JSON by
 * the first character, not by the content type. Each event is a document, whose {@code ref} is its
 * XPath ({@code /EPCISDocument/EPCISBody/EventList/ObjectEvent[2]}) or JSON pointer ({@code
 * /epcisBody/eventList/1}). Whatever the syntax, the tree is the one of EPCIS 2.0 JSON ({@link
 * EventForm}). A text that is not well-formed is refused whole.
 */
public final class EpcisAdapter implements Adapter {
    private final XmlDocuments xml;
    private final JsonDocuments json;

    public EpcisAdapter(NormaliserSettings settings) {
        var events = new EventReadings(settings.epcis());
        xml = new XmlDocuments(settings, events);
        json = new JsonDocuments(settings, events);
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        int from = Bytes.afterMark(bytes);
        if (Bytes.isBlank(bytes, from)) {
            out.accept(new Reading.Unreadable("/", Bytes.emptyFailure(), Fingerprint.of(bytes)));
            return;
        }
        switch (first(bytes, from)) {
            case '<' -> xml.read(bytes, from).forEach(out);
            case '{', '[' -> json.read(message, source, out);
            default ->
                    out.accept(new Reading.Unreadable("/", neither(bytes), Fingerprint.of(bytes)));
        }
    }

    @Override
    public Locator locator(RawMessage message, SourceDefinition source) {
        byte[] bytes = message.bytes();
        int from = Bytes.afterMark(bytes);
        if (Bytes.isBlank(bytes, from)) {
            return Locator.NONE;
        }
        return first(bytes, from) == '<'
                ? XmlLocator.of(bytes, Optional.empty())
                : json.locator(message, source);
    }

    private static char first(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n') {
            at++;
        }
        // UTF-16 begins with its mark, and then only XML may be in it
        return Bytes.utf16(bytes).isPresent() ? '<' : (char) (bytes[at] & 0xFF);
    }

    private static Failure neither(byte[] bytes) {
        return Bytes.notText(bytes)
                .map(what -> Bytes.notTextFailure(what, "EPCIS document"))
                .orElseGet(
                        () ->
                                Failure.dataQuality(
                                        "unknown_syntax",
                                        "byte 0",
                                        "An EPCIS document begins with <, { or [.",
                                        "Send the EPCIS document itself, as XML or JSON."));
    }
}
