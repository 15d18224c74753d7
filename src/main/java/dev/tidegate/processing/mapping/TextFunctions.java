package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of XML elements, and what of JSONata would take any room it is told to. */
final class TextFunctions {
    private TextFunctions() {}

    /**
     * The text of an element of XML, which is the element itself where it has nothing else, and its
     * {@code #text} beside attributes; of several elements the first that has one.
     */
    static @Nullable Object text(@Nullable Object element) {
        return switch (element) {
            case String text -> text.isBlank() ? null : text;
            case Map<?, ?> members -> text(members.get("#text"));
            case List<?> elements -> {
                for (Object each : elements) {
                    var text = text(each);
                    if (text != null) {
                        yield text;
                    }
                }
                yield null;
            }
            case null, default -> null;
        };
    }

    /**
     * As JSONata's: to that width, on the left where it is negative, but no wider than is bearable.
     */
    static @Nullable Object pad(
            @Nullable Object padded, @Nullable Object width, @Nullable Object filler) {
        var told = Numbers.decimal(width);
        if (!(padded instanceof String text) || told == null) {
            return padded;
        }
        if (told.abs().longValue() > Bounds.SIZE_MAX) {
            throw new Bounds.Exceeded("more room than " + Bounds.SIZE_MAX + " characters");
        }
        int missing = told.abs().intValue() - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        String fill = filler instanceof String given && !given.isEmpty() ? given : " ";
        String padding = fill.repeat(missing / fill.length() + 1).substring(0, missing);
        return told.signum() < 0 ? padding + text : text + padding;
    }
}
