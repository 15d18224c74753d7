package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of ours in an observed evaluation: what one makes is an object of its own. Else two
 * lines with the code EA, or the quantity 5, would have one object for both, and its maker would be
 * the maker of neither.
 */
record Observed(Set<Object> handedOn) {
    /**
     * @param handedOn values of the document, by identity: they are never copied
     */
    Observed {}

    void bindTo(Jsonata.Frame frame, Jsonata expression) {
        var environment = Known.environment(expression);
        for (String name : Known.functions()) {
            if (environment.lookup(name) instanceof JFunction function && isOurs(function)) {
                frame.bind(name, making(function));
            }
        }
    }

    /** JSONata's own are methods and have parameters. Those that count must be met as they are. */
    private static boolean isOurs(JFunction function) {
        return function.getNumberOfArgs() == 0 && !(function instanceof PatternFunctions.Counting);
    }

    private JFunction making(JFunction function) {
        return new JFunction((input, arguments) -> own(function.call(input, arguments)), null) {
            @Override
            public Object validate(Object arguments, Object context) {
                return function.validate(arguments, context);
            }
        };
    }

    private @Nullable Object own(@Nullable Object made) {
        return switch (made) {
            case String text when !handedOn.contains(text) -> new StringBuilder(text).toString();
            case BigDecimal number when !handedOn.contains(number) ->
                    new BigDecimal(number.unscaledValue(), number.scale());
            case null, default -> made;
        };
    }
}
