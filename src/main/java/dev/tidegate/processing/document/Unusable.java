package dev.tidegate.processing.document;

import org.jspecify.annotations.Nullable;

/**
 * A value that a mapping's function could not make sense of. It travels in the value's stead, so
 * that only the event that needs it fails, at the field where it would have stood.
 *
 * @param raw what the function was given: the trail to the place in the original
 */
public record Unusable(String code, String reason, @Nullable Object raw) {}
