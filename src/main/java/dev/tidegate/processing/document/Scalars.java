package dev.tidegate.processing.document;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of a drawn tree as the texts that stand for them. */
public final class Scalars {
    private Scalars() {}

    /** Empty for an object, a list, or what is no value at all. */
    public static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean truth -> Optional.of(truth.toString());
            case Number number -> Optional.ofNullable(Numbers.decimal(number)).map(Scalars::plain);
            case null, default -> Optional.empty();
        };
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
