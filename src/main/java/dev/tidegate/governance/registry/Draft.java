package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.ReadSchema;
import dev.tidegate.governance.registry.language.SchemaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A schema that was understood, as it would be kept.
 *
 * @param text canonical, or normalized where that was asked for
 */
record Draft(
        SchemaType type,
        ReadSchema schema,
        String text,
        List<Reference> references,
        Attached attached) {
    Draft with(Attached other) {
        return new Draft(type, schema, text, references, other);
    }

    /** The same for the same schema, and only then. */
    byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, type.name());
            add(digest, text);
            for (var reference : references) {
                add(digest, reference.name());
                add(digest, reference.subject());
                add(digest, String.valueOf(reference.version()));
            }
            if (!attached.isNone()) {
                add(digest, attached.metadata());
                add(digest, attached.ruleSet());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length, so that no two lists of parts run into the same bytes. */
    private static void add(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
