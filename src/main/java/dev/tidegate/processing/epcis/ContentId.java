package dev.tidegate.processing.epcis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The id of an event that tells none: SHA-256 over its form, as an {@code ni} URI (RFC 6920). As in
 * the event hash of the Core Business Vocabulary 2.0, the id, the record time and the error
 * declaration have no part in it, nor has the order of lists: an error declaration without an id
 * finds its event. It is not that hash, though, and says so by {@code ver=tidegate-1}: ids stay as
 * they are told, so a URN and a Digital Link of the same thing give different ids.
 */
final class ContentId {
    private static final Set<String> NO_PART = Set.of("eventID", "recordTime", "errorDeclaration");

    private ContentId() {}

    static String of(Map<String, Object> event) {
        var parts =
                event.entrySet().stream()
                        .filter(member -> !NO_PART.contains(member.getKey()))
                        .map(ContentId::member)
                        .collect(Collectors.joining());
        return "ni:///sha-256;"
                + HexFormat.of().formatHex(sha256(parts.getBytes(StandardCharsets.UTF_8)))
                + "?ver=tidegate-1";
    }

    private static String member(Map.Entry<?, ?> member) {
        return netstring(String.valueOf(member.getKey())) + text(member.getValue());
    }

    private static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(ContentId::member)
                            .collect(Collectors.joining("", "{", "}"));
            case List<?> list ->
                    list.stream()
                            .map(ContentId::text)
                            .sorted()
                            .collect(Collectors.joining("", "[", "]"));
            default -> netstring(value.toString());
        };
    }

    /** With its length before it, so that no two trees have one text. */
    private static String netstring(String text) {
        return text.length() + ":" + text;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
