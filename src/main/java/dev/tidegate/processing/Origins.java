package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.mapping.Evaluation;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of a message's events came from: the message is read once more, its mapping
 * watched, and each field followed back. Nothing of this runs when messages are processed. Not
 * thread-safe.
 */
final class Origins {
    private final NormaliserSettings limits;
    private final ProvenanceSettings settings;
    private final Normaliser normaliser;

    Origins(NormaliserSettings limits, ProvenanceSettings settings) {
        this.limits = limits;
        this.settings = settings;
        normaliser = new Normaliser(limits);
    }

    /** A body as a mapping drew it, and how it came to be. */
    private record Drawn(
            Map<?, ?> body, Evaluation evaluation, Reading.Document document, Locator locator) {}

    /** Of each event of the message, in their order. */
    List<List<FieldOrigin>> of(RawMessage message, SourceDefinition source) {
        var events = normaliser.normalise(message, source);
        var drawn = drawn(message, source, _ -> true);
        var told = new ArrayList<List<FieldOrigin>>(events.size());
        for (int i = 0; i < events.size(); i++) {
            told.add(
                    drawn.size() == events.size()
                            ? told(events.get(i), drawn.get(i))
                            : List.of()); // a fault in between: nothing is surely whose
        }
        return told;
    }

    /** Of one of them; nothing where there is no such event. */
    List<FieldOrigin> of(RawMessage message, SourceDefinition source, int index) {
        var events = normaliser.normalise(message, source);
        if (index < 0 || index >= events.size()) {
            return List.of();
        }
        var event = events.get(index);
        var drawn = drawn(message, source, event.ref()::equals);
        long turn =
                events.subList(0, index).stream()
                        .filter(one -> one.ref().equals(event.ref()))
                        .count();
        return turn < drawn.size() ? told(event, drawn.get((int) turn)) : List.of();
    }

    private List<FieldOrigin> told(CanonicalEvent event, Optional<Drawn> drawn) {
        return event.type() == EventType.DEAD_LETTER
                ? List.of()
                : drawn.map(one -> fields(event, one)).orElse(List.of());
    }

    private List<FieldOrigin> fields(CanonicalEvent event, Drawn drawn) {
        return new FieldTrail(drawn.evaluation(), drawn.document(), drawn.locator(), settings)
                .fields(event.body(), drawn.body());
    }

    /** Whatever the normaliser makes an entry of: nothing where it has no body. */
    private List<Optional<Drawn>> drawn(
            RawMessage message, SourceDefinition source, Predicate<String> wanted) {
        var adapter = normaliser.adapter(source);
        var locator = adapter.locator(message, source);
        var mapping =
                new Mappings(limits).compiled(source.mapping().expression(), source.parameters());
        var drawn = new ArrayList<Optional<Drawn>>();
        adapter.read(
                message,
                source,
                reading -> {
                    if (wanted.test(reading.ref()) && drawn.size() < limits.entriesMax()) {
                        drawn.addAll(drawn(message, source, reading, mapping, locator));
                    }
                });
        return drawn;
    }

    private List<Optional<Drawn>> drawn(
            RawMessage message,
            SourceDefinition source,
            Reading reading,
            Compiled compiled,
            Locator locator) {
        if (reading instanceof Reading.Document document
                && compiled instanceof Compiled.Ready(var mapping)
                && Contracts.drift(source, document).isEmpty()) {
            var evaluation =
                    mapping.observe(
                            document.tree(),
                            EventReader.variables(message, document),
                            settings.stepsMax());
            if (evaluation.outcome() instanceof Outcome.Mapped(var tree)) {
                return bodies(tree).stream()
                        .map(
                                body ->
                                        body.map(
                                                found ->
                                                        new Drawn(
                                                                found,
                                                                evaluation,
                                                                document,
                                                                locator)))
                        .toList();
            }
        }
        return List.of(Optional.empty());
    }

    private static List<Optional<Map<?, ?>>> bodies(@Nullable Object mapped) {
        if (!(mapped instanceof List<?> list)) {
            return List.of(body(mapped));
        }
        var bodies = new ArrayList<Optional<Map<?, ?>>>(list.size());
        list.forEach(draft -> bodies.add(body(draft)));
        return bodies.isEmpty() ? List.of(Optional.empty()) : bodies;
    }

    private static Optional<Map<?, ?>> body(@Nullable Object draft) {
        return draft instanceof Map<?, ?> tree ? new Draft(tree).body() : Optional.empty();
    }
}
