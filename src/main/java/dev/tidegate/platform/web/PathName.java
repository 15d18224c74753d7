package dev.tidegate.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names that partners give may hold any character, slashes among them. As an id they become one
 * segment of a path: a prefix that says what is named, and the name in base64url.
 */
public final class PathName {
    private PathName() {}

    public static String of(String prefix, String name) {
        return prefix
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is no such id. */
    public static Optional<String> parse(String prefix, String id) {
        if (!id.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(id.substring(prefix.length()));
            var name =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(name).filter(plain -> plain.indexOf('\0') < 0);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
