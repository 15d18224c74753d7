package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Jsonata;
import dev.tidegate.governance.codelist.CodeBook;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that a mapping may call: JSONata's own and those of the pack. */
public final class Known {
    private static final Hidden ENVIRONMENT = Hidden.field(Jsonata.class, "environment");
    private static final Hidden BINDINGS = Hidden.field(Jsonata.Frame.class, "bindings");
    private static final Hidden PARENT = Hidden.field(Jsonata.Frame.class, "parent");
    private static final Set<String> FUNCTIONS = names();

    private Known() {}

    public static Set<String> functions() {
        return FUNCTIONS;
    }

    private static Set<String> names() {
        var expression = Jsonata.jsonata("$");
        new PatternFunctions().register(expression);
        FunctionPack.register(expression, Parameters.of(Map.of()), CodeBook.shipped());
        var names = new HashSet<String>();
        @Nullable Object frame = ENVIRONMENT.of(expression);
        while (frame != null) {
            ((Map<?, ?>) Objects.requireNonNull(BINDINGS.of(frame)))
                    .keySet()
                    .forEach(name -> names.add(name.toString()));
            frame = PARENT.of(frame);
        }
        return Set.copyOf(names);
    }

    /** Where an expression finds its functions. */
    static Jsonata.Frame environment(Jsonata expression) {
        return (Jsonata.Frame) Objects.requireNonNull(ENVIRONMENT.of(expression));
    }
}
