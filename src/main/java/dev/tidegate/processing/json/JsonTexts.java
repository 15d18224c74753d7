package dev.tidegate.processing.json;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Bytes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.document.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** One JSON text to its documents: itself, or the elements of the array it is. */
final class JsonTexts {
    private final JsonFactory factory;
    private final int documentsMax;

    JsonTexts(NormaliserSettings settings) {
        documentsMax = settings.entriesMax();
        factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(settings.jsonDepthMax())
                                        .maxStringLength(settings.stringLengthMax())
                                        .maxNumberLength(settings.numberLengthMax())
                                        .maxNameLength(1_000)
                                        .maxDocumentLength(settings.documentSizeMax())
                                        .build())
                        .build();
    }

    /**
     * @param prefix stands before the pointers of places
     * @param ref of a text that is one document
     */
    List<Reading> read(byte[] bytes, int from, int to, String prefix, String ref) {
        var whole = Fingerprint.of(bytes, from, to);
        var refusal = notUtf8(bytes, from, to);
        if (refusal.isPresent()) {
            return List.of(new Reading.Unreadable(ref, refusal.get(), whole));
        }
        try (JsonParser parser =
                factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            return new Text(parser, bytes, from, to, prefix, ref, documentsMax).documents();
        } catch (TreeReader.NotATree e) {
            return List.of(new Reading.Unreadable(ref, notATree(e), whole));
        } catch (StreamConstraintsException e) {
            return List.of(new Reading.Unreadable(ref, beyondLimit(e), whole));
        } catch (JacksonException e) {
            return List.of(new Reading.Unreadable(ref, malformed(e), whole));
        }
    }

    void locate(JsonLocator locator, byte[] bytes, int from, int to, String prefix) {
        try (JsonParser parser =
                factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            locator.add(parser, from, prefix);
        }
    }

    /** One text under the parser. */
    private record Text(
            JsonParser parser,
            byte[] bytes,
            int from,
            int to,
            String prefix,
            String ref,
            int documentsMax) {
        List<Reading> documents() {
            var tree = new TreeReader(parser);
            var readings = new ArrayList<Reading>();
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readElements(tree, readings);
                if (readings.size() > documentsMax) {
                    return readings; // too many for the caller, who says so
                }
            } else {
                var value = tree.value(first);
                readings.add(reading(value, ref, prefix, Fingerprint.of(bytes, from, to)));
            }
            if (parser.nextToken() != null) {
                throw new TreeReader.NotATree(
                        "malformed_json", "Something follows the end of the document.", parser);
            }
            return readings;
        }

        private void readElements(TreeReader tree, List<Reading> readings) {
            for (var token = parser.nextToken();
                    token != JsonToken.END_ARRAY && readings.size() <= documentsMax;
                    token = parser.nextToken()) {
                int begin = from + (int) parser.currentTokenLocation().getByteOffset();
                var value = tree.value(token);
                int end = from + (int) parser.currentLocation().getByteOffset();
                String pointer = prefix + "/" + readings.size();
                readings.add(reading(value, pointer, pointer, Fingerprint.of(bytes, begin, end)));
            }
            if (readings.isEmpty()) {
                readings.add(
                        new Reading.Unreadable(
                                ref, Bytes.emptyFailure(), Fingerprint.of(bytes, from, to)));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Reading reading(
            @Nullable Object value, String ref, String pointerPrefix, Fingerprint fingerprint) {
        if (value instanceof Map<?, ?> tree) {
            return new Reading.Document(
                    ref,
                    (Map<String, Object>) tree,
                    path -> Places.pointer(pointerPrefix, path),
                    fingerprint,
                    List.of(),
                    Map.of());
        }
        return new Reading.Unreadable(
                ref,
                Failure.dataQuality(
                        "not_an_object",
                        ref,
                        "A document is a JSON object; this is something else.",
                        "Send an object, an array of objects, or one object a line."),
                fingerprint);
    }

    private static Optional<Failure> notUtf8(byte[] bytes, int from, int to) {
        var binary = Bytes.notText(bytes);
        if (binary.isPresent()) {
            return Optional.of(Bytes.notTextFailure(binary.get(), "JSON"));
        }
        int invalid = Utf8.firstInvalid(bytes, from, to);
        if (invalid < 0) {
            return Optional.empty();
        }
        return Optional.of(
                Failure.dataQuality(
                        "invalid_utf8",
                        "byte " + invalid,
                        "Byte 0x%02X is no UTF-8 there; JSON is UTF-8 (RFC 8259)."
                                .formatted(bytes[invalid]),
                        "Let the sender write UTF-8, then send it again."));
    }

    private static Failure notATree(TreeReader.NotATree e) {
        return Failure.dataQuality(
                e.code,
                e.place,
                String.valueOf(e.getMessage()),
                "Mend the document at the sender.");
    }

    private static Failure beyondLimit(StreamConstraintsException e) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "limit_exceeded",
                "",
                e.getOriginalMessage(),
                "Send smaller documents, or raise the limit in tidegate.processing.normaliser.");
    }

    private static Failure malformed(JacksonException e) {
        return Failure.dataQuality(
                "malformed_json",
                JsonPlaces.of(e.getLocation()),
                e.getOriginalMessage(),
                "Send one JSON text; several, one a line, go as application/x-ndjson.");
    }
}
