package dev.tidegate.operations.trace;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.operations.journal.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message read again under the mapping versions that its entries were read under: the same
 * bytes and the same version give the same events.
 */
final class Rereading {
    private final Interpreter interpreter;
    private final RawMessage message;
    private final Map<String, List<CanonicalEvent>> byMapping = new HashMap<>();

    Rereading(Interpreter interpreter, RawMessage message) {
        this.interpreter = interpreter;
        this.message = message;
    }

    /** Under the source's present mapping: what a pending message will be. */
    List<CanonicalEvent> present() {
        return interpreter.interpret(message, Optional.empty());
    }

    /** The event that became the journal's entry. */
    Optional<CanonicalEvent> of(JournalEntry entry, int index) {
        var all =
                byMapping.computeIfAbsent(
                        entry.mapping(),
                        mapping -> interpreter.interpret(message, Optional.of(mapping)));
        return index < all.size() && all.get(index).ref().equals(entry.ref())
                ? Optional.of(all.get(index))
                : all.stream().filter(event -> event.ref().equals(entry.ref())).findFirst();
    }
}
