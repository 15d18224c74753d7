package dev.tidegate.processing.mapping;

import dev.tidegate.processing.document.Numbers;
import org.jspecify.annotations.Nullable;

/** JSONata's functions of texts that would take any room they are told to. */
final class TextFunctions {
    private TextFunctions() {}

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
