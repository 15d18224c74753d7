package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.DatePattern;
import dev.tidegate.governance.agreement.Field;
import dev.tidegate.governance.agreement.FieldPath;
import dev.tidegate.governance.agreement.Kind;
import dev.tidegate.governance.agreement.Shape;
import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed of one field's value.
 *
 * @param codes what a companion may say of each, in lower case; empty: anything
 * @param toldByOther whether another field has its unit or its meaning here: then that one tells of
 *     a value that isn't agreed
 */
record Rule(
        Field field,
        Shape shape,
        List<DatePattern> patterns,
        Map<String, Set<String>> codes,
        Optional<Beside> companion,
        Set<String> units,
        Optional<Beside> unitAt,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        boolean toldByOther) {

    /**
     * A value that isn't what was agreed.
     *
     * @param observed a personal field's is not shown, only its form
     */
    record Breach(Kind kind, String expected, String observed) {}

    /**
     * @param toldByOther whether another field has its unit or its meaning here
     */
    static Rule of(Field field, FieldPath path, boolean toldByOther) {
        return new Rule(
                field,
                field.shape().flatMap(Shape::of).orElse(Shape.ANY),
                field.patterns().stream()
                        .map(DatePattern::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                codes(field),
                field.companion().flatMap(FieldPath::parse).map(to -> Beside.of(path, to)),
                Set.copyOf(new HashSet<>(field.units())),
                field.unitAt().flatMap(FieldPath::parse).map(to -> Beside.of(path, to)),
                field.min().map(BigDecimal::new),
                field.max().map(BigDecimal::new),
                toldByOther);
    }

    private static Map<String, Set<String>> codes(Field field) {
        var codes = new HashMap<String, Set<String>>();
        for (Field.Code code : field.codes()) {
            codes.put(
                    code.code(),
                    code.says().stream().map(Rule::folded).collect(Collectors.toSet()));
        }
        return codes;
    }

    /**
     * @param at the objects under way, by depth
     */
    Optional<Breach> breach(Object value, @Nullable Object[] at) {
        return switch (shape) {
            case OBJECT -> value instanceof Map ? Optional.empty() : changed(value);
            case LIST -> value instanceof List ? Optional.empty() : changed(value);
            case GROUP ->
                    value instanceof Map || value instanceof List
                            ? Optional.empty()
                            : changed(value);
            case TEXT -> isLeaf(value) ? Optional.empty() : changed(value);
            case INTEGER, DECIMAL -> number(value, at);
            case BOOLEAN -> isBoolean(value) ? Optional.empty() : changed(value);
            case DATE -> date(value);
            case CODE -> code(value, at);
            case ANY -> Optional.empty();
        };
    }

    private static boolean isLeaf(Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static boolean isBoolean(Object value) {
        return value instanceof Boolean || "true".equals(value) || "false".equals(value);
    }

    private Optional<Breach> number(Object value, @Nullable Object[] at) {
        var number = Numbers.decimal(value);
        if (number == null || shape == Shape.INTEGER && isBroken(number)) {
            return changed(value);
        }
        return unit(at).or(() -> range(number));
    }

    private static boolean isBroken(BigDecimal number) {
        return number.scale() > 0 && number.stripTrailingZeros().scale() > 0;
    }

    private Optional<Breach> unit(@Nullable Object[] at) {
        return unitAt.flatMap(unit -> unit.text(at))
                .filter(unit -> !units.contains(unit))
                .map(
                        unit ->
                                new Breach(
                                        Kind.CHANGED_UNIT,
                                        "unit " + listed(units),
                                        "unit " + unit));
    }

    private Optional<Breach> range(BigDecimal number) {
        boolean below = min.isPresent() && number.compareTo(min.get()) < 0;
        boolean above = max.isPresent() && number.compareTo(max.get()) > 0;
        return below || above
                ? Optional.of(
                        new Breach(
                                Kind.OUT_OF_RANGE,
                                "%s to %s %s"
                                        .formatted(
                                                field.min().orElse(""),
                                                field.max().orElse(""),
                                                listed(units)),
                                shown(number.toPlainString())))
                : Optional.empty();
    }

    private Optional<Breach> date(Object value) {
        String text = value.toString().strip();
        if (!isLeaf(value)) {
            return changed(value);
        }
        for (DatePattern pattern : patterns) {
            if (pattern.fits(text)) {
                return Optional.empty();
            }
        }
        var others = DatePattern.fitting(text);
        return others.isEmpty()
                ? changed(value)
                : Optional.of(
                        new Breach(
                                Kind.CHANGED_DATE_FORMAT,
                                "date " + listed(field.patterns()),
                                "%s (%s)".formatted(shown(text), listed(others))));
    }

    private Optional<Breach> code(Object value, @Nullable Object[] at) {
        String code = value.toString().strip();
        var says = isLeaf(value) ? codes.get(code) : null;
        if (says == null) {
            return toldByOther
                    ? Optional.empty()
                    : Optional.of(
                            new Breach(
                                    Kind.UNKNOWN_CODE,
                                    "one of " + listed(codes.keySet().stream().sorted().toList()),
                                    shown(code)));
        }
        return companion
                .filter(_ -> !says.isEmpty())
                .flatMap(beside -> beside.text(at))
                .filter(said -> !says.contains(folded(said)))
                .map(said -> repurposed(code, said));
    }

    private Breach repurposed(String code, String said) {
        var agreed = field.codes().stream().filter(one -> one.code().equals(code)).findFirst();
        return new Breach(
                Kind.REPURPOSED_CODE,
                "%s: %s"
                        .formatted(
                                code,
                                agreed.map(one -> one.meaning() + " (" + listed(one.says()) + ")")
                                        .orElse("")),
                "%s beside \"%s\"".formatted(shown(code), shown(said)));
    }

    private Optional<Breach> changed(Object value) {
        return Optional.of(
                new Breach(Kind.CHANGED_SHAPE, expected(), Observed.shape(value, field)));
    }

    /** What the value should look like. */
    String expected() {
        return switch (shape) {
            case DATE -> "date " + listed(field.patterns());
            case CODE ->
                    "code, one of " + listed(field.codes().stream().map(Field.Code::code).toList());
            case INTEGER, DECIMAL -> shape.label() + ", unit " + listed(units);
            case OBJECT, LIST, GROUP, TEXT, BOOLEAN, ANY -> shape.label();
        };
    }

    private String shown(String text) {
        return Observed.text(text, field);
    }

    private static String listed(Iterable<?> values) {
        return Observed.listed(values);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
