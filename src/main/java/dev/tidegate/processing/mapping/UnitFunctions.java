package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.JException;
import dev.tidegate.governance.codelist.CodeBook;
import dev.tidegate.governance.codelist.CodeList;
import dev.tidegate.processing.document.Numbers;
import dev.tidegate.processing.document.Unusable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units by UN/ECE Recommendation 20, and quantities from one to another. The source's parameters
 * {@code unit_scale} and {@code unit_rounding} say how a quotient that doesn't end is told.
 */
final class UnitFunctions {
    private static final String OF_X12 = "x12-355";
    private static final int SCALE_MAX = 6;

    private final Parameters parameters;
    private final CodeBook codes;
    private final int scale;
    private final RoundingMode rounding;

    /**
     * @throws JException when a parameter is no scale or no rounding
     */
    UnitFunctions(Parameters parameters, CodeBook codes) {
        this.parameters = parameters;
        this.codes = codes;
        this.scale = scale(parameters.all().get("unit_scale"));
        this.rounding = rounding(parameters.all().get("unit_rounding"));
    }

    /** X12 355 to Recommendation 20; a code that the list doesn't have stays as told. */
    @Nullable Object unit(@Nullable Object value) {
        if (isBlank(value)) {
            return null;
        }
        String told = told(value);
        return codes.list(OF_X12).map(CodeList::meanings).orElse(Map.of()).getOrDefault(told, told);
    }

    /** Through the list of that name; a code that it doesn't have is unusable. */
    @Nullable Object unit(@Nullable Object value, String name) {
        if (isBlank(value)) {
            return null;
        }
        var list = codes.list(name);
        if (list.isEmpty()) {
            return CodeFunctions.noSuchList(name, value);
        }
        String told = told(value);
        String unit = list.get().meanings().get(told);
        return unit != null
                ? unit
                : new Unusable(
                        "unknown_unit",
                        "The list " + name + " has no unit \"" + told + "\".",
                        value);
    }

    /**
     * A quantity in another unit, exact or rounded as the source says.
     *
     * @param contents what packages hold: {@code {"XCS": "12 EA"}}, or the item whose parameters
     *     {@code unit.<item>.XCS} say so; without it {@code unit.XCS}
     */
    @Nullable Object convert(
            @Nullable Object quantity,
            @Nullable Object from,
            @Nullable Object to,
            @Nullable Object contents) {
        if (isBlank(quantity) || quantity instanceof Unusable) {
            return isBlank(quantity) ? null : quantity;
        }
        var amount = Numbers.decimal(quantity);
        if (amount == null) {
            return new Unusable("not_a_decimal", quantity + " is no decimal number.", quantity);
        }
        if (from instanceof Unusable || to instanceof Unusable) {
            return from instanceof Unusable ? from : to;
        }
        if (isBlank(from) || isBlank(to)) {
            return new Unusable(
                    "missing_unit", "A quantity without its unit can't be converted.", quantity);
        }
        return told(from).equals(told(to)) ? amount : converted(amount, from, told(to), contents);
    }

    private Object converted(
            BigDecimal amount, @Nullable Object from, String to, @Nullable Object contents) {
        var source = inUnits(Ratio.of(amount), told(from), contents);
        var target = inUnits(Ratio.ONE, to, contents);
        if (source.isEmpty() || target.isEmpty()) {
            return unknown(source.isEmpty() ? told(from) : to, from);
        }
        return between(source.get(), target.get(), to, from);
    }

    /** An amount of a unit that measures. */
    private record Measured(Ratio amount, Units.Unit unit) {}

    private Object between(Measured source, Measured target, String to, @Nullable Object raw) {
        if (!source.unit().dimension().equals(target.unit().dimension())) {
            return new Unusable(
                    "unit_mismatch",
                    "%s is a unit of %s, %s one of %s: no factor leads from one to the other."
                            .formatted(
                                    told(raw),
                                    source.unit().dimension(),
                                    to,
                                    target.unit().dimension()),
                    raw);
        }
        var base = source.unit().toBase(source.amount());
        var exact = target.unit().fromBase(base).dividedBy(target.amount());
        var decimal = exact.decimal(scale, rounding);
        return decimal.isPresent()
                ? decimal.get()
                : new Unusable(
                        "inexact_conversion",
                        "In "
                                + to
                                + " it has more than "
                                + scale
                                + " decimals; the source's parameter unit_rounding says how to round.",
                        raw);
    }

    /** So many of a unit, or of what a package holds. */
    private Optional<Measured> inUnits(Ratio amount, String code, @Nullable Object contents) {
        var unit = Units.ALL.unit(code);
        if (unit.isPresent()) {
            return Optional.of(new Measured(amount, unit.get()));
        }
        return Units.ALL.isPackage(code)
                ? content(code, contents)
                        .map(one -> new Measured(amount.times(one.amount()), one.unit()))
                : Optional.empty();
    }

    private Optional<Measured> content(String code, @Nullable Object contents) {
        var told =
                contents instanceof Map<?, ?> map
                        ? Optional.ofNullable(map.get(code)).map(Object::toString)
                        : Optional.ofNullable(contents)
                                .flatMap(item -> parameters.lookup("unit", item + "." + code))
                                .or(() -> parameters.lookup("unit", code));
        return told.flatMap(UnitFunctions::content);
    }

    /** {@code 12 EA}; empty where it is no amount above zero of a unit that measures. */
    private static Optional<Measured> content(String told) {
        var words = told.strip().split(" +");
        var amount = words.length == 2 ? Numbers.decimal(words[0]) : null;
        return amount == null || amount.signum() <= 0
                ? Optional.empty()
                : Units.ALL.unit(words[1]).map(unit -> new Measured(Ratio.of(amount), unit));
    }

    private static Unusable unknown(String code, @Nullable Object raw) {
        return Units.ALL.isPackage(code)
                ? new Unusable(
                        "unknown_content",
                        "How much one "
                                + code
                                + " holds is not told; the source's parameter unit."
                                + code
                                + " says so, such as 12 EA.",
                        raw)
                : new Unusable(
                        "unknown_unit", "No factor is known for the unit " + code + ".", raw);
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    private static String told(@Nullable Object value) {
        return String.valueOf(value).strip().toUpperCase(Locale.ROOT);
    }

    private static int scale(@Nullable String told) {
        if (told == null) {
            return SCALE_MAX;
        }
        if (!told.matches("[0-" + SCALE_MAX + "]")) {
            throw refused("unit_scale is between 0 and " + SCALE_MAX + ", not " + told);
        }
        return Integer.parseInt(told);
    }

    private static RoundingMode rounding(@Nullable String told) {
        return switch (told == null ? "half_even" : told) {
            case "half_even" -> RoundingMode.HALF_EVEN;
            case "half_up" -> RoundingMode.HALF_UP;
            case "half_down" -> RoundingMode.HALF_DOWN;
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            case "ceiling" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            case "exact" -> RoundingMode.UNNECESSARY;
            default -> throw refused("unit_rounding is no way to round: " + told);
        };
    }

    private static JException refused(String why) {
        return new JException("the source's parameter " + why, -1);
    }
}
