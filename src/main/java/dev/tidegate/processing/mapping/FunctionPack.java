package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import dev.tidegate.contract.EventType;
import dev.tidegate.processing.document.Unusable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a mapping has beside JSONata's own; docs/reference/mapping-functions.md is
 * their reference. A value that one can't use comes back as {@link Unusable}, never as an
 * exception, so that only the event that needs the value fails. What isn't a function of the
 * document (time, chance, text as code) is refused.
 */
final class FunctionPack {
    private static final List<String> REFUSED =
            List.of("now", "millis", "random", "shuffle", "eval");

    private FunctionPack() {}

    /** A function of a list of arguments; one that isn't told is null. */
    private interface Function {
        @Nullable Object apply(Arguments arguments);
    }

    /** The arguments of one call. */
    private record Arguments(List<?> values) {
        @Nullable Object at(int index) {
            return index < values.size() ? values.get(index) : null;
        }

        @Nullable String text(int index) {
            var value = at(index);
            return value == null ? null : value.toString().strip();
        }
    }

    static void register(Jsonata expression, Parameters parameters) {
        var values = new ValueFunctions(parameters);
        var codes = new CodeFunctions(parameters);
        expression.assign("parameters", parameters.all());
        register(expression, "decimal", a -> values.decimal(a.at(0), a.text(1)));
        register(expression, "quantity", a -> values.quantity(a.at(0), a.text(1)));
        register(expression, "implied", a -> values.implied(a.at(0), a.at(1)));
        register(expression, "minor", a -> EdiOutFunctions.minor(a.at(0), a.at(1)));
        register(expression, "basic_date", a -> EdiOutFunctions.basicDate(a.at(0)));
        register(expression, "basic_time", a -> EdiOutFunctions.basicTime(a.at(0)));
        register(expression, "divide", a -> values.divide(a.at(0), a.at(1)));
        register(expression, "minus", a -> values.minus(a.at(0), a.at(1)));
        register(expression, "times", a -> values.times(a.at(0), a.at(1)));
        register(expression, "unit_price", a -> values.unitPrice(a.at(0), a.text(1)));
        register(expression, "date", a -> values.date(a.at(0), a.text(1)));
        register(expression, "timestamp", a -> values.timestamp(a.at(0), a.at(1), a.at(2)));
        register(expression, "stamp", a -> values.stamp(a.at(0), a.at(1)));
        register(expression, "text", a -> TextFunctions.text(a.at(0)));
        register(expression, "code", a -> codes.code(a.at(0), a.at(1), a.at(2)));
        register(expression, "code_for", a -> codes.codeFor(a.at(0), a.at(1), a.at(2)));
        register(expression, "unit", a -> codes.unit(a.at(0)));
        register(expression, "gtin", a -> codes.gtin(a.at(0)));
        register(expression, "party", a -> codes.party(a.text(0), a.text(1), a.text(2)));
        register(expression, "lookup", a -> codes.lookup(a.at(0), a.text(1)));
        var edifact = new EdifactFunctions(values);
        register(expression, "dtm", a -> edifact.moment(a.at(0), a.text(1)));
        register(expression, "dtm_date", a -> edifact.day(a.at(0), a.text(1)));
        register(expression, "imd", a -> EdifactFunctions.text(a.at(0)));
        register(expression, "price", a -> edifact.price(a.at(0)));
        register(expression, "nad", a -> EdifactFunctions.nad(a.at(0)));
        register(expression, "article", a -> EdifactFunctions.article(a.at(0), a.at(1), a.text(2)));
        register(expression, "dtm_for", a -> EdiOutFunctions.dtmFor(a.text(0), a.at(1)));
        register(expression, "name_lines", a -> EdiOutFunctions.nameLines(a.text(0)));
        register(expression, "runs", a -> EdiOutFunctions.runs(a.at(0), a.text(1)));
        register(expression, "hierarchy", a -> EdiOutFunctions.hierarchy(a.at(0)));
        register(expression, "pick", a -> Segments.pick(a.at(0), a.text(1), a.text(2)));
        register(
                expression, "product", a -> Segments.product(a.at(0), a.at(1), a.text(2), a.at(3)));
        register(expression, "pairs", a -> Segments.pairs(a.at(0), a.at(1)));
        register(
                expression,
                "partner",
                a -> CodeFunctions.partner(a.text(0), a.text(1), a.text(2), a.text(3)));
        register(expression, "lacking", a -> Templates.lacking(a.at(0), a.at(1), a.text(2)));
        register(
                expression,
                "reject",
                a -> reject(a.text(0), a.text(1), a.text(2), a.text(3), a.text(4)));
        register(expression, "cannot", a -> cannot(a.text(0)));
        register(expression, "gs1", a -> Gs1Functions.gs1(a.text(0)));
        register(expression, "pad", a -> TextFunctions.pad(a.at(0), a.at(1), a.at(2)));
        for (String name : REFUSED) {
            register(expression, name, _ -> refuse(name));
        }
    }

    private static void register(Jsonata expression, String name, Function function) {
        expression.registerFunction(
                name,
                new JFunction(
                        (_, arguments) -> function.apply(new Arguments((List<?>) arguments)),
                        null));
    }

    /** An event that says why there is none. */
    private static Map<String, Object> reject(
            @Nullable String failureClass,
            @Nullable String code,
            @Nullable String place,
            @Nullable String reason,
            @Nullable String nextStep) {
        var body = new LinkedHashMap<String, Object>();
        body.put("class", or(failureClass, "data_quality"));
        body.put("code", or(code, "rejected"));
        body.put("place", or(place, ""));
        body.put("reason", or(reason, ""));
        body.put("next_step", or(nextStep, ""));
        return Map.of("type", EventType.DEAD_LETTER.label(), "body", body);
    }

    /** In the stead of a value that a format has no way to say. */
    private static Unusable cannot(@Nullable String reason) {
        return new Unusable("not_carried", or(reason, "The format can't carry it."), null);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable Object refuse(String name) {
        throw new JException(
                "$" + name + " is not to be had here: the same bytes must give the same events",
                -1);
    }
}
