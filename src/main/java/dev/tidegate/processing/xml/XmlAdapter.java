package dev.tidegate.processing.xml;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * XML 1.0 of any vocabulary with namespaces. The root is the document, or what the envelopes at the
 * root hold: each IDOC of an IDoc file, each document beside a Standard Business Document Header,
 * what stands in a SOAP body. A message that is not well-formed is refused whole. No DTD is read,
 * no entity expanded, nothing outside of the message touched. Parameter: {@code encoding}, of texts
 * whose declaration tells none or lies.
 */
public final class XmlAdapter implements Adapter {
    private final XmlSettings limits;

    public XmlAdapter(NormaliserSettings settings) {
        limits = settings.xml();
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        byte[] bytes = message.bytes();
        var binary = Bytes.notText(bytes);
        if (Bytes.isBlank(bytes, Bytes.afterMark(bytes))) {
            out.accept(new Reading.Unreadable("/", Bytes.emptyFailure(), Fingerprint.of(bytes)));
        } else if (binary.isPresent()) {
            var failure = Bytes.notTextFailure(binary.get(), "XML");
            out.accept(new Reading.Unreadable("/", failure, Fingerprint.of(bytes)));
        } else {
            readText(bytes, source, out);
        }
    }

    @Override
    public Locator locator(RawMessage message, SourceDefinition source) {
        return XmlLocator.of(
                message.bytes(), Optional.ofNullable(source.parameters().get("encoding")));
    }

    private void readText(byte[] bytes, SourceDefinition source, Consumer<Reading> out) {
        try {
            var encoding = Optional.ofNullable(source.parameters().get("encoding"));
            var decoded = Encodings.decode(bytes, encoding);
            var tree = new TreeReader(limits).read(decoded.text());
            List<String> findings =
                    decoded.declaredWrong()
                            ? List.of("wrong_encoding_declaration line 1 column 1")
                            : List.of();
            var documents = Documents.of(tree);
            documents.forEach(found -> out.accept(document(tree, found, findings)));
            if (documents.isEmpty()) {
                out.accept(new Reading.Unreadable("/", emptyEnvelope(tree), Fingerprint.of(bytes)));
            }
        } catch (Refused e) {
            out.accept(new Reading.Unreadable("/", e.failure, Fingerprint.of(bytes)));
        }
    }

    private static Reading document(Tree tree, Documents.Found found, List<String> findings) {
        return new Reading.Document(
                found.ref(),
                members(found.value()),
                new XmlPlaces(found.xpath()),
                digest -> Content.addTo(digest, found.name(), found.value()),
                findings,
                Map.of(
                        "root", found.name(),
                        "xpath", found.xpath(),
                        "namespace", tree.namespace(found.value()),
                        "envelope", found.envelope()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        var members = new LinkedHashMap<String, Object>();
        members.put(OpenElement.TEXT, value);
        return members;
    }

    private static Failure emptyEnvelope(Tree tree) {
        return Failure.dataQuality(
                "empty_envelope",
                "/" + tree.name(),
                "The envelope holds no document.",
                "Ask the partner whether a document is missing.");
    }
}
