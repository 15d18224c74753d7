package dev.tidegate.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a handler method needs. A handler without it is refused at start, so that no
 * endpoint is open by omission; one that is open on purpose says {@code @Needs(Needs.NOTHING)}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    String NOTHING = "";

    String value();
}
