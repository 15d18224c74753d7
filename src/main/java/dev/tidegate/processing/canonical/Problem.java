package dev.tidegate.processing.canonical;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an event's tree.
 *
 * @param path canonical path of the field
 * @param offending the value there, or for a missing field the object that lacks it
 */
public record Problem(
        FailureClass failureClass,
        String code,
        List<Object> path,
        @Nullable Object offending,
        String reason) {

    /** Canonical pointer, such as {@code /lines/2/quantity}. */
    public String pointer() {
        return Places.pointer("", path);
    }

    /** Whether the field is absent, so that {@link #offending} is what lacks it. */
    public boolean isMissing() {
        return code.equals("missing_field");
    }
}
