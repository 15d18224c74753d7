package dev.tidegate.processing.edifact;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Adapter;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.TextBytes;
import dev.tidegate.processing.edi.DocumentReader;
import dev.tidegate.processing.edi.EdiLocator;
import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import dev.tidegate.processing.edi.Tolerance;
import dev.tidegate.processing.edifact.Framing.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * UN/EDIFACT interchanges: every message is a document, {@code UNB05/UNH01}. What stands outside of
 * messages where nothing should, and what is no interchange at all, is refused on its own.
 * Parameters: {@code refuse} (see {@link Tolerance}); {@code messages} names types that the
 * source's own mapping reads though they have no grammar here.
 */
public final class EdifactAdapter implements Adapter {
    private final NormaliserSettings settings;

    public EdifactAdapter(NormaliserSettings settings) {
        this.settings = settings;
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        var refusal = Bytes.noDocument(message.bytes(), "EDIFACT");
        if (refusal.isPresent()) {
            out.accept(new Reading.Unreadable("/", refusal.get(), Fingerprint.of(message.bytes())));
        } else {
            readParts(message.bytes(), source, out);
        }
    }

    private void readParts(byte[] bytes, SourceDefinition source, Consumer<Reading> out) {
        var encoding = Encoding.of(bytes);
        String text = new String(bytes, encoding.charset());
        var documents = new DocumentReader(text, Tolerance.of(source), settings.segmentsMax());
        var flat = Set.of(source.parameters().getOrDefault("messages", "").split("\\s*,\\s*"));
        var parts = Framing.read(text);
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Malformed malformed -> out.accept(malformed(text, malformed, i + 1));
                case Part.Whole(var interchange) -> {
                    if (!encoding.told()) {
                        interchange.findings.add(
                                new Finding(
                                        Flaw.NOT_UTF8, "the text", "Read as ISO 8859-1 instead."));
                    }
                    readInterchange(new MessageReader(interchange, documents, flat), i + 1, out);
                }
            }
        }
        if (parts.isEmpty()) {
            out.accept(new Reading.Unreadable("/", Bytes.emptyFailure(), Fingerprint.of(bytes)));
        }
    }

    @Override
    public Locator locator(RawMessage message, SourceDefinition source) {
        byte[] bytes = message.bytes();
        var charset = Encoding.of(bytes).charset();
        return new EdiLocator(new TextBytes(new String(bytes, charset), bytes.length, 0, charset));
    }

    private static void readInterchange(MessageReader reader, int part, Consumer<Reading> out) {
        var interchange = reader.interchange();
        interchange.messages.forEach(message -> out.accept(reader.read(message)));
        String text = reader.documents().text();
        String reference = Refs.of(interchange);
        String ref = reference.isEmpty() ? "interchange:" + part : reference;
        if (!interchange.strays.isEmpty()) {
            out.accept(
                    new Reading.Unreadable(
                            ref, strays(interchange), spans(text, interchange.strays)));
        } else if (interchange.messages.isEmpty()) {
            out.accept(
                    new Reading.Unreadable(
                            ref, noMessages(interchange), header(text, interchange)));
        }
    }

    private static Reading malformed(String text, Part.Malformed malformed, int part) {
        String span = text.substring(malformed.begin(), malformed.end());
        return new Reading.Unreadable(
                "interchange:" + part,
                span.startsWith("STX=") ? tradacoms(malformed) : noInterchange(malformed),
                Fingerprint.of(span.getBytes(StandardCharsets.UTF_8)));
    }

    private static Failure noInterchange(Part.Malformed malformed) {
        return Failure.dataQuality(
                "malformed_envelope",
                "character " + (malformed.begin() + 1),
                malformed.reason(),
                "Send EDIFACT interchanges only, each from its UNA or UNB to its UNZ.");
    }

    /** The British forerunner, still met in retail. */
    private static Failure tradacoms(Part.Malformed malformed) {
        return Failure.schemaDrift(
                "unsupported_type",
                "character " + (malformed.begin() + 1),
                "This is TRADACOMS (it begins with STX), which is not read here.",
                "Ask the partner for EDIFACT.");
    }

    private static Failure strays(Interchange interchange) {
        var first = interchange.strays.getFirst();
        return Failure.dataQuality(
                "malformed_envelope",
                "character " + (first.begin() + 1),
                "%d segments stand in no message, the first of them %s."
                        .formatted(
                                interchange.strays.size(),
                                first.id().isEmpty() ? "without a tag" : first.id()),
                "Ask the partner to mend the interchange and send it again.");
    }

    private static Failure noMessages(Interchange interchange) {
        return Failure.dataQuality(
                "empty_interchange",
                "character " + (interchange.begin + 1),
                "The interchange holds no message.",
                "Ask the partner whether a document is missing.");
    }

    private static Fingerprint header(String text, Interchange interchange) {
        return interchange.unb == null
                ? digest -> digest.update(text.getBytes(StandardCharsets.UTF_8))
                : spans(text, List.of(interchange.unb));
    }

    private static Fingerprint spans(String text, List<EdifactSegment> segments) {
        return digest ->
                segments.forEach(
                        segment ->
                                digest.update(
                                        text.substring(segment.begin(), segment.end())
                                                .getBytes(StandardCharsets.UTF_8)));
    }
}
