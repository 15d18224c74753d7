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

    /**
     * Finds the values of the message's documents in its bytes, which is asked for only where a
     * person wants to see them.
     */
    default Locator locator(RawMessage message, SourceDefinition source) {
        return Locator.NONE;
    }
}
