package dev.tidegate.governance.registry.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code minimum}, {@code maximum}, their exclusive kin, and {@code multipleOf}. */
final class NumberBounds implements Facet {
    @Override
    public Set<JsonType> types() {
        return JsonType.NUMBERS;
    }

    @Override
    public boolean asks(SchemaNode reader) {
        return Facets.any(
                reader, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    }

    /**
     * A bound from below; one from above is the same with the signs turned.
     *
     * @param open whether the limit itself is shut out
     */
    private record Bound(BigDecimal limit, boolean open) {
        boolean isWithin(Bound wider) {
            int order = limit.compareTo(wider.limit);
            return order > 0 || (order == 0 && (open || !wider.open));
        }
    }

    @Override
    public List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place) {
        var misfits = new ArrayList<Incompatibility>();
        bound(whole, writer, reader, "minimum", "exclusiveMinimum", 1)
                .ifPresent(detail -> misfits.add(told("MINIMUM_INCREASED", place, detail)));
        bound(whole, writer, reader, "maximum", "exclusiveMaximum", -1)
                .ifPresent(detail -> misfits.add(told("MAXIMUM_DECREASED", place, detail)));
        if (reader.has("multipleOf") && !isMultiple(whole, writer, reader)) {
            misfits.add(
                    told(
                            "MULTIPLE_OF_CHANGED",
                            place,
                            "not all numbers are multiples of " + reader.get("multipleOf")));
        }
        return misfits;
    }

    private static Optional<String> bound(
            Shape whole,
            SchemaNode writer,
            SchemaNode reader,
            String closed,
            String open,
            int sign) {
        var asked = bound(reader, closed, open, sign);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var kept = lowest(whole, sign).or(() -> bound(writer, closed, open, sign));
        return kept.filter(bound -> bound.isWithin(asked.get())).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "numbers may lie beyond the new %s %s"
                                .formatted(
                                        closed,
                                        asked.get().limit().multiply(BigDecimal.valueOf(sign))));
    }

    /** Of listed values. */
    private static Optional<Bound> lowest(Shape writer, int sign) {
        return writer.values()
                .flatMap(
                        values ->
                                values.stream()
                                        .filter(JsonNode::isNumber)
                                        .map(value -> signed(value, sign))
                                        .min(BigDecimal::compareTo))
                .map(limit -> new Bound(limit, false));
    }

    /** In draft 4 the exclusive keyword is a flag beside the other. */
    private static Optional<Bound> bound(SchemaNode schema, String closed, String open, int sign) {
        var flag = schema.get(open);
        var least = schema.get(closed);
        var bounds = new ArrayList<Bound>();
        if (least.isNumber()) {
            bounds.add(new Bound(signed(least, sign), flag.isBoolean() && flag.asBoolean()));
        }
        if (flag.isNumber()) {
            bounds.add(new Bound(signed(flag, sign), true));
        }
        return bounds.stream().reduce((one, other) -> one.isWithin(other) ? one : other);
    }

    private static BigDecimal signed(JsonNode number, int sign) {
        return number.decimalValue().multiply(BigDecimal.valueOf(sign));
    }

    private static boolean isMultiple(Shape whole, SchemaNode writer, SchemaNode reader) {
        var factor = reader.get("multipleOf").decimalValue();
        var values = whole.values();
        if (values.isPresent()) {
            return values.get().stream()
                    .filter(JsonNode::isNumber)
                    .allMatch(value -> divides(factor, value.decimalValue()));
        }
        boolean wholeNumbers =
                !whole.types().contains(JsonType.FRACTION) && divides(factor, BigDecimal.ONE);
        return wholeNumbers
                || (writer.has("multipleOf")
                        && divides(factor, writer.get("multipleOf").decimalValue()));
    }

    private static boolean divides(BigDecimal factor, BigDecimal number) {
        return number.remainder(factor).signum() == 0;
    }

    private static Incompatibility told(String rule, String place, String detail) {
        return new Incompatibility(rule, place.isEmpty() ? "/" : place, detail);
    }
}
