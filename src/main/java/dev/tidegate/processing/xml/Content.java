package dev.tidegate.processing.xml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** A document's content for a digest: names and texts, whatever the blanks between them. */
final class Content {
    private Content() {}

    static void addTo(MessageDigest digest, String name, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                mark(digest, '<', name);
                map.forEach((child, inner) -> addTo(digest, child.toString(), inner));
                mark(digest, '>', name);
            }
            case List<?> list -> list.forEach(item -> addTo(digest, name, item));
            default -> {
                mark(digest, '=', name);
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Marks stand where no name or text of XML can: behind a NUL. */
    private static void mark(MessageDigest digest, char what, String name) {
        digest.update(("\0" + what + name + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
