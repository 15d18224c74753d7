package dev.tidegate.processing.x12;

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
import dev.tidegate.processing.document.Utf8;
import dev.tidegate.processing.edi.DocumentReader;
import dev.tidegate.processing.edi.EdiLocator;
import dev.tidegate.processing.edi.Finding;
import dev.tidegate.processing.edi.Flaw;
import dev.tidegate.processing.edi.Tolerance;
import dev.tidegate.processing.x12.Framing.Part;
import dev.tidegate.processing.x12.Interchange.Group;
import dev.tidegate.processing.x12.Interchange.TransactionSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * ASC X12 interchanges: every transaction set is a document, {@code ISA13/GS06/ST02}, and so is a
 * TA1. What stands outside of sets where nothing should, and what is no interchange at all, is
 * refused on its own. Parameters: {@code refuse} (see {@link Tolerance}); {@code sets} names sets
 * that the source's own mapping reads though they have no grammar here.
 */
public final class X12Adapter implements Adapter {
    private final NormaliserSettings settings;

    public X12Adapter(NormaliserSettings settings) {
        this.settings = settings;
    }

    @Override
    public void read(RawMessage message, SourceDefinition source, Consumer<Reading> out) {
        var refusal = Bytes.noDocument(message.bytes(), "X12");
        if (refusal.isPresent()) {
            out.accept(new Reading.Unreadable("/", refusal.get(), Fingerprint.of(message.bytes())));
        } else {
            readParts(message.bytes(), source, out);
        }
    }

    private void readParts(byte[] bytes, SourceDefinition source, Consumer<Reading> out) {
        boolean utf8 =
                Bytes.utf16(bytes).isPresent() || Utf8.firstInvalid(bytes, 0, bytes.length) < 0;
        String text = text(bytes, utf8);
        var tolerance = Tolerance.of(source);
        var sets = Set.of(source.parameters().getOrDefault("sets", "").split("\\s*,\\s*"));
        var parts = Framing.read(text);
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Malformed malformed -> out.accept(malformed(text, malformed, i + 1));
                case Part.Whole(var interchange) -> {
                    if (!utf8) {
                        interchange.findings.add(
                                new Finding(
                                        Flaw.NOT_UTF8, "the text", "Read as ISO 8859-1 instead."));
                    }
                    var reader =
                            new SetReader(
                                    interchange,
                                    new DocumentReader(text, tolerance, settings.segmentsMax()),
                                    sets);
                    readInterchange(text, interchange, reader, out);
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
        boolean utf8 = Utf8.firstInvalid(bytes, 0, bytes.length) < 0;
        var charset =
                Bytes.utf16(bytes)
                        .orElse(utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new EdiLocator(new TextBytes(new String(bytes, charset), bytes.length, 0, charset));
    }

    private static void readInterchange(
            String text, Interchange interchange, SetReader reader, Consumer<Reading> out) {
        interchange.acknowledgements.forEach(ta1 -> out.accept(reader.readAcknowledgement(ta1)));
        for (Group group : interchange.groups) {
            for (TransactionSet set : group.sets) {
                out.accept(reader.read(group, set));
            }
        }
        String ref = Refs.of(interchange);
        if (!interchange.strays.isEmpty()) {
            out.accept(new Reading.Unreadable(ref, strays(interchange), spans(text, interchange)));
        } else if (interchange.isEmpty()) {
            out.accept(new Reading.Unreadable(ref, noSets(interchange), spans(text, interchange)));
        }
    }

    /** The text that an interchange's bytes are. */
    static String text(byte[] bytes) {
        return text(bytes, Utf8.firstInvalid(bytes, 0, bytes.length) < 0);
    }

    private static String text(byte[] bytes, boolean utf8) {
        var utf16 = Bytes.utf16(bytes);
        return utf16.isPresent()
                ? new String(bytes, utf16.get())
                : new String(bytes, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static Reading malformed(String text, Part.Malformed malformed, int part) {
        byte[] span =
                text.substring(malformed.begin(), malformed.end()).getBytes(StandardCharsets.UTF_8);
        return new Reading.Unreadable(
                "interchange:" + part,
                Failure.dataQuality(
                        "malformed_envelope",
                        "character " + (malformed.begin() + 1),
                        malformed.reason(),
                        "Send X12 interchanges only, each from its ISA to its IEA."),
                Fingerprint.of(span));
    }

    private static Failure strays(Interchange interchange) {
        var first = interchange.strays.getFirst();
        return Failure.dataQuality(
                "malformed_envelope",
                "character " + (first.begin() + 1),
                "%d segments stand in no set, the first of them %s."
                        .formatted(
                                interchange.strays.size(),
                                first.id().isEmpty() ? "without a name" : first.id()),
                "Ask the partner to mend the interchange and send it again.");
    }

    private static Failure noSets(Interchange interchange) {
        return Failure.dataQuality(
                "empty_interchange",
                "character " + (interchange.isa.begin() + 1),
                "The interchange holds no transaction set.",
                "Ask the partner whether a document is missing.");
    }

    private static Fingerprint spans(String text, Interchange interchange) {
        List<X12Segment> segments =
                interchange.strays.isEmpty() ? List.of(interchange.isa) : interchange.strays;
        return digest ->
                segments.forEach(
                        segment ->
                                digest.update(
                                        text.substring(segment.begin(), segment.end())
                                                .getBytes(StandardCharsets.UTF_8)));
    }
}
