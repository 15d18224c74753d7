package dev.tidegate.governance.registry.language;

import java.util.List;

/** One schema language. */
public interface Language {
    /**
     * @param text as it was sent
     * @param referred what it refers to, each after all that it refers to itself
     */
    Reading read(String text, List<Referred> referred);

    /**
     * A schema that another refers to.
     *
     * @param name by which it is referred to
     */
    record Referred(String name, String text) {}
}
