package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks, and how a repetition is known.
 *
 * @param path what is asked of, so that one key can't answer for two things
 * @param body as it was understood: other blanks are not another request
 */
public record Call(Caller caller, Optional<IdempotencyKey> key, String path, Object body) {
    public static Call of(Caller caller, @Nullable String key, String path, Object body) {
        return new Call(caller, IdempotencyKey.of(key), path, body);
    }

    /** Hash of path and body. */
    UUID request(JsonMapper json) {
        return Hash128.of(path + '\0' + json.writeValueAsString(body));
    }
}
