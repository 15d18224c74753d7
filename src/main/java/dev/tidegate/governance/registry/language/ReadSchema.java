package dev.tidegate.governance.registry.language;

import java.util.List;

/** A schema that was understood. */
public interface ReadSchema {
    /** As it is kept: the same schema in other whitespace is the same schema. */
    String canonical();

    /**
     * As it is kept when the caller asks for it: order and style that mean nothing are gone too.
     */
    String normalized();

    /** Its fields, each with what it says of itself. */
    List<SchemaField> fields();

    /** What of {@code writer}'s data this can't read; empty when it reads all of it. */
    List<Incompatibility> cannotRead(ReadSchema writer);
}
