package dev.tidegate.governance.registry.language;

import java.util.List;
import java.util.Set;

/** A group of keywords that speak of the same side of a value. */
interface Facet {
    /** Values of other types have no such side. */
    Set<JsonType> types();

    /** Whether the reader's schema says anything about it. */
    boolean asks(SchemaNode reader);

    /**
     * What the writer's part does not warrant.
     *
     * @param whole all that the writer's schema says
     * @param writer one part of it
     * @param place a JSON pointer to the reader's schema
     */
    List<Incompatibility> misfits(
            Containment by, Shape whole, SchemaNode writer, SchemaNode reader, String place);
}
