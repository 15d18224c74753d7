package dev.tidegate.governance.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A golden case: bytes, and what a mapping has to make of them.
 *
 * @param source whose adapter and parameters read the bytes
 */
public record MappingCase(
        String mapping,
        String name,
        String source,
        String contentType,
        byte[] content,
        List<JsonNode> expected,
        String changedBy,
        Instant changedAt) {

    /**
     * As callers see it: bytes that are UTF-8 as text, others in Base64.
     *
     * @param expected absent in a request: what the mapping makes of the bytes now
     */
    record Document(
            @Nullable String mapping,
            @Nullable String name,
            @Nullable String source,
            @Nullable String contentType,
            @Nullable String content,
            @Nullable String contentBase64,
            @Nullable List<JsonNode> expected,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    Document document() {
        String text = text();
        return new Document(
                mapping,
                name,
                source,
                contentType,
                text,
                text == null ? Base64.getEncoder().encodeToString(content) : null,
                expected,
                changedBy,
                changedAt);
    }

    private @Nullable String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
