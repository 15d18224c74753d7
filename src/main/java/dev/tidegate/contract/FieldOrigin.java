package dev.tidegate.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of a message that a canonical field came from.
 *
 * @param pointer of the field in the canonical body (RFC 6901): {@code /lines/0/quantity}
 * @param from none where no value of the message went into it: a word of the mapping, a default
 */
public record FieldOrigin(String pointer, List<Place> from) {
    /**
     * A place.
     *
     * @param place as a dead letter would tell it: {@code PO1[1]-02 (segment 7)}, a JSON pointer,
     *     an XPath, {@code row:2 column "quantity"}
     * @param offset of its first byte in the message; absent where only words tell the place
     * @param length in bytes
     * @param text as it stands there, cut where it is long
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            String place, @Nullable Long offset, @Nullable Integer length, @Nullable String text) {}
}
