package dev.tidegate.processing.suggestion;

import dev.tidegate.platform.gs1.Digits;
import dev.tidegate.processing.mapping.CodeLists;
import dev.tidegate.processing.suggestion.Fit.Fits;
import dev.tidegate.processing.suggestion.Fit.Unfit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the values of a column are, and how a mapping makes a field of them. */
final class Fitting {
    private static final int KEY_LENGTH_MAX = 80;
    private static final double DOUBTFUL = 0.6;

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final DecimalMark mark;
    private final boolean unitsOfSap;

    /**
     * @param mark of all the sample's numbers
     * @param unitsOfSap whether ST is a piece (SAP, German) rather than a set (X12)
     */
    Fitting(DecimalMark mark, boolean unitsOfSap) {
        this.mark = mark;
        this.unitsOfSap = unitsOfSap;
    }

    Fit fit(Target target, Column column) {
        if (column.values().isEmpty()) {
            return new Unfit("The column \"%s\" is empty in the sample.".formatted(column.name()));
        }
        return switch (target.kind()) {
            case TEXT -> text(target, column);
            case DECIMAL -> decimal(column);
            case DATE, MOMENT -> date(target.kind(), column);
            case VERSION -> version(column);
            case GTIN -> gtin(column);
            case GLN -> digits(column, 13, "GLNs", value -> Digits.areChecked(value, 13));
            case DUNS -> digits(column, 9, "D-U-N-S numbers", _ -> true);
            case UNIT -> unit(column);
            case CURRENCY -> currency(column);
            case CODE -> code(target, column);
            case MOVEMENT -> movement(target, column);
        };
    }

    private static Fit text(Target target, Column column) {
        boolean fits = column.values().stream().allMatch(value -> value.length() <= KEY_LENGTH_MAX);
        return fits || target.name().equals("description")
                ? Fits.surely(column.path(), "")
                : unfit(column, value -> value.length() <= KEY_LENGTH_MAX, "longer than a key");
    }

    private Fit decimal(Column column) {
        if (!DecimalMark.areNumbers(column.values())) {
            return unfit(column, value -> DecimalMark.areNumbers(List.of(value)), "no number");
        }
        if (column.typed()) {
            return fits("$decimal", column, "Its values are numbers.");
        }
        return switch (mark) {
            case NONE -> fits("$decimal", column, "Its values are whole numbers.");
            case POINT -> fits("$decimal", column, "Its values are numbers with a decimal point.");
            case COMMA -> fits("$decimal", column, "Its values are numbers with a decimal comma.");
            case UNCLEAR ->
                    new Unfit(
                            "\"%s\" has numbers like %s: a thousand, or decimals?"
                                    .formatted(column.name(), column.shown().getFirst()));
            case BOTH ->
                    new Unfit(
                            "The sample's numbers have decimal points as well as commas, such as %s."
                                    .formatted(String.join(", ", column.shown())));
        };
    }

    private static Fit date(Kind kind, Column column) {
        var found = DatePattern.of(column.values());
        if (found.isEmpty()) {
            return unfit(column, value -> !DatePattern.of(List.of(value)).isEmpty(), "no date");
        }
        if (DatePattern.areUnclear(found)) {
            return new Unfit(
                    "In \"%s\" it can't be seen whether the day or the month comes first: %s."
                            .formatted(column.name(), String.join(", ", column.shown())));
        }
        var pattern = found.getFirst();
        String path = column.path();
        String zone =
                kind == Kind.MOMENT
                        ? " Without an offset they are in the source's time_zone, or UTC."
                        : "";
        return Fits.surely(
                kind == Kind.DATE ? pattern.date(path) : pattern.moment(path),
                "Its values are " + pattern.told() + "." + zone);
    }

    private static Fit version(Column column) {
        if (column.values().stream().allMatch(value -> value.matches("\\d{1,18}"))) {
            return fits("$decimal", column, "Its values are whole numbers.");
        }
        return date(Kind.MOMENT, column) instanceof Fits moment
                ? moment
                : unfit(column, value -> value.matches("\\d{1,18}"), "neither a number nor a time");
    }

    private static Fit gtin(Column column) {
        Predicate<String> form = value -> value.matches("\\d{8}|\\d{12,14}");
        if (!column.values().stream().allMatch(form)) {
            return unfit(column, form, "no GTIN");
        }
        long wrong =
                column.values().stream()
                        .filter(value -> !Digits.areChecked(value, value.length()))
                        .count();
        return wrong == 0
                ? Fits.surely(column.path(), "Its values are GTINs with right check digits.")
                : new Fits(
                        column.path(),
                        "%d of its %d values have a wrong check digit."
                                .formatted(wrong, column.values().size()),
                        DOUBTFUL);
    }

    private static Fit digits(Column column, int length, String what, Predicate<String> right) {
        Predicate<String> wanted =
                value -> value.matches("\\d{" + length + "}") && right.test(value);
        return column.values().stream().allMatch(wanted)
                ? Fits.surely(column.path(), "Its values are " + what + ".")
                : unfit(column, wanted, "none of the " + what);
    }

    private Fit unit(Column column) {
        var read = Units.readings(column.values());
        boolean agree = read.stream().map(Units.Reading::meanings).distinct().count() <= 1;
        if (read.isEmpty()) {
            return unfit(
                    column,
                    value -> !Units.readings(List.of(value)).isEmpty(),
                    "no unit that is known here");
        }
        var chosen =
                agree
                        ? Optional.of(read.getFirst())
                        : read.stream().filter(one -> unitsOfSap && one.isOfSap()).findFirst();
        return chosen.<Fit>map(one -> Fits.surely(one.expression(column.path()), one.told()))
                .orElseGet(
                        () ->
                                new Unfit(
                                        "In \"%s\", %s may mean several units: %s."
                                                .formatted(
                                                        column.name(),
                                                        String.join(", ", column.shown()),
                                                        Units.told(read))));
    }

    private static Fit currency(Column column) {
        return column.values().stream().allMatch(CURRENCIES::contains)
                ? Fits.surely(column.path(), "Its values are ISO 4217 codes.")
                : unfit(column, CURRENCIES::contains, "no ISO 4217 code");
    }

    private static Fit code(Target target, Column column) {
        Predicate<String> known = value -> target.values().contains(value.toLowerCase(Locale.ROOT));
        return column.values().stream().allMatch(known)
                ? fits("$lowercase", column, "Its values are ours.")
                : unfit(column, known, "none of " + String.join(", ", target.values()));
    }

    private static Fit movement(Target target, Column column) {
        Map<String, String> sap = CodeLists.named("sap-movement");
        return sap.keySet().containsAll(column.values())
                ? Fits.surely(
                        "$code(\"sap-movement\", " + column.path() + ")",
                        "Its values are SAP's movement types (code list sap-movement).")
                : code(target, column);
    }

    private static Fit fits(String function, Column column, String reason) {
        return Fits.surely(function + "(" + column.path() + ")", reason);
    }

    private static Unfit unfit(Column column, Predicate<String> fits, String what) {
        String first =
                column.values().stream()
                        .filter(fits.negate())
                        .findFirst()
                        .orElse("the values together");
        return new Unfit("In \"%s\", \"%s\" is %s.".formatted(column.name(), cut(first), what));
    }

    private static String cut(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "\u2026" : value;
    }
}
