package dev.tidegate.processing.document;

import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import java.util.function.Consumer;

/**
 * Bytes to documents. Total: what can't be read is an {@link Reading.Unreadable}, and a message
 * without a document yields one too, so that nothing disappears.
 */
public interface Adapter {
    void read(RawMessage message, SourceDefinition source, Consumer<Reading> out);
}
