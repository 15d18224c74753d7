package dev.tidegate.operations.command;

import dev.tidegate.platform.web.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client's own name for one request, so that it can be sent again: 1 to 255 visible ASCII. */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw Problem.of(
                            400,
                            "invalid_idempotency_key",
                            "The Idempotency-Key is not usable",
                            "It must be 1 to 255 visible ASCII characters without blanks.",
                            "Use a fresh UUID for each request, and the same one when you send it again.")
                    .at("header:" + HEADER, "not usable")
                    .asException();
        }
    }

    static Optional<IdempotencyKey> of(@Nullable String header) {
        return Optional.ofNullable(header).map(IdempotencyKey::new);
    }
}
