package dev.tidegate.contract;

import java.util.List;
import java.util.Optional;

/**
 * Reads a raw message as its source's mapping says: the same pure function that the processing
 * workers run, for trace, dry runs and commands.
 */
public interface Interpreter {
    /**
     * @param mapping name and version, such as {@code x12@3}; empty for the source's present one
     * @return at least one event; a dead letter where the bytes can't be read, or the source or
     *     mapping is gone
     */
    List<CanonicalEvent> interpret(RawMessage message, Optional<String> mapping);
}
