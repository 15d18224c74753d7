package dev.tidegate.processing.mapping;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field that the JSONata library keeps to itself. A release of it that has none of the name is
 * found when the class that asks for it is loaded.
 */
public final class Hidden {
    private final Field field;

    private Hidden(Field field) {
        this.field = field;
    }

    public static Hidden field(Class<?> of, String name) {
        try {
            var field = of.getDeclaredField(name);
            field.setAccessible(true);
            return new Hidden(field);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    public @Nullable Object of(Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
