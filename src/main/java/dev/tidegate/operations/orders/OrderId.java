package dev.tidegate.operations.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tidegate.platform.web.PathName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An order within its tenant. As text {@code so_} or {@code po_} and its number in base64url, since
 * buyers put slashes and blanks into numbers; {@code sales:4711} is read as well.
 */
public record OrderId(Kind kind, String number) {
    /** Whose order it is. */
    public enum Kind {
        SALES("so_"),
        PURCHASE("po_");

        private final String label = name().toLowerCase(Locale.ROOT);
        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        @JsonValue
        public String label() {
            return label;
        }

        public static Optional<Kind> of(String label) {
            return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
        }
    }

    /** Empty when the text names no order. */
    public static Optional<OrderId> parse(String text) {
        for (Kind kind : Kind.values()) {
            var plain = kind.label() + ":";
            var number =
                    text.startsWith(plain)
                            ? Optional.of(text.substring(plain.length()))
                            : PathName.parse(kind.prefix, text);
            if (number.isPresent()) {
                return Optional.of(new OrderId(kind, number.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    @JsonValue
    public String toString() {
        return PathName.of(kind.prefix, number);
    }
}
