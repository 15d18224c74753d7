package dev.tidegate.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The values that a parameter of the query takes. Any other is refused, for it would find nothing
 * in silence; the API's description lists them.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    /** As they are written. */
    String[] value() default {};

    /** Enums all of whose constants are values, written in lower case. */
    Class<? extends Enum<?>>[] of() default {};

    /** What an annotation lists. */
    final class Values {
        private Values() {}

        public static List<String> of(OneOf told) {
            var constants =
                    Arrays.stream(told.of())
                            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                            .map(constant -> constant.name().toLowerCase(Locale.ROOT));
            return Stream.concat(constants, Arrays.stream(told.value())).toList();
        }
    }
}
