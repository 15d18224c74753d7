package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Jsonata;
import dev.tidegate.governance.codelist.CodeBook;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that a mapping may call: JSONata's own and those of the pack. */
public final class Known {
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
        @Nullable Object frame = get(field(Jsonata.class, "environment"), expression);
        while (frame != null) {
            ((Map<?, ?>) Objects.requireNonNull(get(field(Jsonata.Frame.class, "bindings"), frame)))
                    .keySet()
                    .forEach(name -> names.add(name.toString()));
            frame = get(field(Jsonata.Frame.class, "parent"), frame);
        }
        return Set.copyOf(names);
    }

    /** Where an expression finds its functions. */
    static Jsonata.Frame environment(Jsonata expression) {
        return (Jsonata.Frame)
                Objects.requireNonNull(get(field(Jsonata.class, "environment"), expression));
    }

    private static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library keeps what it defines to itself. */
    private static Field field(Class<?> of, String name) {
        try {
            var field = of.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
