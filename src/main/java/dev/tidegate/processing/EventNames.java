package dev.tidegate.processing;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading.Document;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which names an event is counted once and kept in order: source first, then mapping, then type.
 */
record EventNames(Prepared prepared, Document document, Optional<String> messageId, Draft draft) {

    /** A name, or why there is none. */
    sealed interface Name {
        String text();
    }

    record Named(String text) implements Name {}

    record Unnamed(Failure failure) implements Name {
        @Override
        public String text() {
            return "";
        }
    }

    Name dedupe(Supplier<String> ofType) {
        return prepared.dedupeKey().isPresent()
                ? evaluated("dedupe key", prepared.dedupeKey().get())
                : new Named(draft.text("dedupe").orElseGet(ofType));
    }

    Name ordering(String key) {
        return prepared.orderingKey().isPresent()
                ? evaluated("ordering key", prepared.orderingKey().get())
                : new Named(draft.text("ordering").orElse(key));
    }

    private Name evaluated(String what, Compiled expression) {
        return switch (expression) {
            case Compiled.Invalid(var failure) -> new Unnamed(failure);
            case Compiled.Ready(var mapping) ->
                    switch (mapping.apply(input(), Map.of())) {
                        case Outcome.Failed(var failure) -> new Unnamed(failure);
                        case Outcome.Mapped(var tree) -> named(what, tree);
                    };
        };
    }

    private static Name named(String what, @Nullable Object tree) {
        return switch (tree) {
            case String text when !text.isBlank() -> new Named(text);
            case Number number -> new Named(number.toString());
            case List<?> parts when !parts.isEmpty() && !parts.contains(null) ->
                    new Named(
                            parts.stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("\u0001")));
            case null, default -> new Unnamed(Refusals.nothingNamed(what));
        };
    }

    private Map<String, Object> input() {
        var input = new HashMap<String, Object>();
        input.put("document", document.tree());
        input.put("event", draft.tree());
        messageId.ifPresent(id -> input.put("message_id", id));
        return input;
    }
}
