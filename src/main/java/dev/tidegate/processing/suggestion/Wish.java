package dev.tidegate.processing.suggestion;

import java.util.Map;
import java.util.Optional;

/**
 * What is known before the sample is looked at.
 *
 * @param type canonical type; empty: the likeliest
 * @param adapter as a source is defined with; empty: what the bytes are
 * @param parameters of the source, such as a layout
 * @param fills what fields are, by pointer or name: a column of the sample, or a value
 */
public record Wish(
        Optional<String> type,
        Optional<String> adapter,
        Map<String, String> parameters,
        Map<String, String> fills) {}
