package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalSchemas;
import dev.tidegate.contract.EventType;
import dev.tidegate.platform.SourceId;
import dev.tidegate.processing.canonical.Hashes;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Printable;
import java.util.List;
import org.apache.avro.generic.GenericData;

/** Makes the entry of what could not be understood. It must never fail itself. */
final class DeadLetters {
    private static final int KEY_LENGTH_MAX = 80;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private final Hashes hashes;

    DeadLetters(Hashes hashes) {
        this.hashes = hashes;
    }

    /**
     * @param key the business key, where it could be read; the ref otherwise
     * @param ordinal among the dead letters of one document, from 0
     */
    Entry entry(
            SourceId source,
            String ref,
            String key,
            Failure failure,
            Fingerprint fingerprint,
            int ordinal,
            List<String> findings) {
        var body = new GenericData.Record(CanonicalSchemas.of(EventType.DEAD_LETTER));
        body.put("class", failure.failureClass().label());
        body.put("code", Printable.text(failure.code(), KEY_LENGTH_MAX));
        body.put("place", printable(failure.place().isEmpty() ? ref : failure.place()));
        body.put("reason", printable(failure.reason()));
        body.put("next_step", printable(failure.nextStep()));
        String name = Printable.text(key.isBlank() ? ref : key, KEY_LENGTH_MAX);
        var identity = hashes.deadLetter(source, fingerprint, ref, ordinal);
        // Content is the identity as well: another wording of the same failure is no conflict.
        return new Entry(
                ref, EventType.DEAD_LETTER, name, name, identity, identity, 0, findings, body);
    }

    private static String printable(String text) {
        return Printable.text(text, TEXT_LENGTH_MAX);
    }
}
