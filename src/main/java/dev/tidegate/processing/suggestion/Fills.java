package dev.tidegate.processing.suggestion;

import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.processing.suggestion.Fit.Fits;
import dev.tidegate.processing.suggestion.Fit.Unfit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What fields were said to be: columns of the sample, or values. */
final class Fills {
    private static final String COLUMN = "You told this column.";
    private static final String VALUE = "You told this value.";
    private static final int LENGTH_MAX = 80;

    private Fills() {}

    /**
     * @throws dev.tidegate.platform.web.ProblemException where there is no such field, or the value
     *     is none of it
     */
    static List<Found> of(
            Map<String, String> fills, CanonicalType type, Sample sample, Fitting fitting) {
        var found = new ArrayList<Found>();
        fills.forEach((field, value) -> found.add(of(field, value, type, sample, fitting)));
        return found;
    }

    private static Found of(
            String field, String value, CanonicalType type, Sample sample, Fitting fitting) {
        var target = target(type, field);
        var column = column(target.isOfLine() ? sample.lines() : sample.head(), value);
        if (column.isEmpty()) {
            return Found.told(target, literal(target, field, value), 1, VALUE);
        }
        return switch (fitting.fit(target, column.get())) {
            case Fits fits -> new Found(target, column.get(), fits.expression(), 1, COLUMN);
            case Unfit(var reason) ->
                    throw SourceProblems.field("/fill/" + field, reason).asException();
        };
    }

    private static Target target(CanonicalType type, String field) {
        return type.targets().stream()
                .filter(one -> one.pointer().equals(field) || one.pointer().equals("/" + field))
                .findFirst()
                .or(
                        () ->
                                type.targets().stream()
                                        .filter(one -> one.name().equals(field))
                                        .findFirst())
                .orElseThrow(
                        () ->
                                SourceProblems.field(
                                                "/fill/" + field,
                                                "the fields of "
                                                        + type.label()
                                                        + " are "
                                                        + String.join(
                                                                ", ",
                                                                type.targets().stream()
                                                                        .map(Target::pointer)
                                                                        .toList()))
                                        .asException());
    }

    private static Optional<Column> column(List<Column> columns, String value) {
        return columns.stream().filter(column -> column.name().equalsIgnoreCase(value)).findFirst();
    }

    /** A value that each document is to have. */
    private static String literal(Target target, String field, String value) {
        boolean usable =
                switch (target.kind()) {
                    case CODE, MOVEMENT -> target.values().contains(value);
                    case VERSION -> value.matches("\\d{1,18}");
                    case CURRENCY -> isCurrency(value);
                    case TEXT -> !value.isBlank() && value.length() <= LENGTH_MAX && isPlain(value);
                    case UNIT -> value.matches("[A-Z0-9]{1,3}");
                    case DECIMAL, DATE, MOMENT, GTIN, GLN, DUNS -> false;
                };
        if (!usable) {
            throw SourceProblems.field(
                            "/fill/" + field,
                            "\"" + value + "\" is neither a column of the sample nor such a value")
                    .asException();
        }
        return target.kind() == Kind.VERSION ? value : "\"" + value + "\"";
    }

    private static boolean isCurrency(String value) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(value));
    }

    /** Without what would end a text of JSONata. */
    private static boolean isPlain(String value) {
        return value.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
    }
}
