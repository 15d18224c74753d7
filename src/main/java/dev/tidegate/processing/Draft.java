package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Times;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event as a mapping drew it: {@code {"type", "key", "version", "dedupe", "ordering", "body"}}.
 */
record Draft(Map<?, ?> tree) {
    private static final BigDecimal VERSION_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values()).collect(Collectors.toMap(EventType::label, t -> t));

    Optional<EventType> type() {
        return tree.get("type") instanceof String label
                ? Optional.ofNullable(TYPES.get(label))
                : Optional.empty();
    }

    /** Why there is no type. */
    Failure untyped(Places places) {
        String place = places.at(List.of("type"));
        var told = tree.get("type");
        return told == null
                ? Failure.dataQuality(
                        "missing_field",
                        place,
                        "The document tells no type.",
                        "Tell one of " + labels() + ".")
                : Failure.schemaDrift(
                        "unsupported_type",
                        place,
                        "The type \"" + told + "\" is not known here.",
                        "Tell one of " + labels() + ", or map it in the source's mapping.");
    }

    Optional<Map<?, ?>> body() {
        return tree.get("body") instanceof Map<?, ?> body ? Optional.of(body) : Optional.empty();
    }

    /** A text that the mapping tells beside the body; empty where it tells none. */
    Optional<String> text(String name) {
        var value = tree.get(name);
        return value == null || value.toString().isBlank()
                ? Optional.empty()
                : Optional.of(value.toString());
    }

    /** The key that the mapping tells, or the name that the body has; empty where neither is. */
    String likelyKey() {
        return text("key").or(() -> body().flatMap(Draft::name)).orElse("");
    }

    private static Optional<String> name(Map<?, ?> body) {
        return Stream.of("number", "shipment", "order_number", "event_id")
                .map(body::get)
                .filter(name -> name instanceof String || name instanceof Number)
                .map(Object::toString)
                .findFirst();
    }

    boolean tellsVersion() {
        return tree.get("version") != null;
    }

    /** A whole number from 0, or a time's microseconds; empty where it is neither. */
    OptionalLong version() {
        var told = tree.get("version");
        var number = Numbers.decimal(told);
        if (number != null) {
            return number.signum() >= 0
                            && number.compareTo(VERSION_MAX) <= 0
                            && number.stripTrailingZeros().scale() <= 0
                    ? OptionalLong.of(number.longValue())
                    : OptionalLong.empty();
        }
        return told instanceof String text
                ? Times.micros(text.strip(), ZoneOffset.UTC)
                : OptionalLong.empty();
    }

    private static String labels() {
        return TYPES.keySet().stream()
                .filter(label -> !label.equals(EventType.DEAD_LETTER.label()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
