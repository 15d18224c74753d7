package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Locator;
import dev.tidegate.processing.document.Reading;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Of each event in their order; of those beyond {@code eventsMax} nothing is told. */
    List<List<FieldOrigin>> of(RawMessage message, SourceDefinition source) {
        var events = normaliser.normalise(message, source);
        var told = new Following(message, source, events, 0, settings.eventsMax()).told();
        while (told.size() < events.size()) {
            told.add(List.of());
        }
        return told;
    }

    /** Of one of them; nothing where there is no such event. */
    List<FieldOrigin> of(RawMessage message, SourceDefinition source, int index) {
        var events = normaliser.normalise(message, source);
        if (index < 0 || index >= events.size()) {
            return List.of();
        }
        String ref = events.get(index).ref();
        var ofRef = events.stream().filter(event -> event.ref().equals(ref)).toList();
        int turn = ofRef.indexOf(events.get(index));
        var told = new Following(message, source, ofRef, turn, 1).told();
        return told.isEmpty() ? List.of() : told.getFirst();
    }

    /**
     * One message under way. The entries of a document are in the order of the mapping's drafts,
     * one each; what has no draft is one entry. A trail is followed before the next document is
     * read, so that one evaluation is kept at a time.
     */
    private final class Following {
        private final RawMessage message;
        private final SourceDefinition source;
        private final List<CanonicalEvent> events;
        private final int first;
        private final int most;
        private final Prepared prepared;
        private final Locator locator;
        private final List<List<FieldOrigin>> told = new ArrayList<>();
        private int met;

        /**
         * @param events of the message, or those of one ref
         * @param first index of the first of them that is wanted, and {@code most} how many are
         */
        Following(
                RawMessage message,
                SourceDefinition source,
                List<CanonicalEvent> events,
                int first,
                int most) {
            this.message = message;
            this.source = source;
            this.events = events;
            this.first = first;
            this.most = most;
            prepared = Prepared.of(source, new Mappings(limits));
            locator = normaliser.adapter(source).locator(message, source);
        }

        List<List<FieldOrigin>> told() {
            normaliser.adapter(source).read(message, source, this::read);
            return told;
        }

        private void read(Reading reading) {
            boolean wanted =
                    told.size() < most
                            && met < events.size()
                            && reading.ref().equals(events.get(met).ref());
            if (!wanted) {
                return;
            }
            switch (reading) {
                case Reading.Document document
                        when prepared.mapping() instanceof Compiled.Ready(var ready)
                                && isAsAgreed(document) -> {
                    var evaluation =
                            ready.observe(
                                    document.tree(),
                                    EventReader.variables(message, document),
                                    settings.stepsMax());
                    var trail = new FieldTrail(evaluation, document, locator, settings);
                    if (evaluation.outcome() instanceof Outcome.Mapped(var tree)) {
                        drafts(tree).forEach(draft -> meet(Optional.of(trail), draft));
                    } else {
                        meet(Optional.empty(), Optional.empty());
                    }
                }
                case Reading.Document _, Reading.Unreadable _ ->
                        meet(Optional.empty(), Optional.empty());
            }
        }

        private boolean isAsAgreed(Reading.Document document) {
            var departures = prepared.contract().hold(document);
            return Contracts.drift(source, document).isEmpty()
                    && Contracts.breach(prepared, document, departures).isEmpty();
        }

        private void meet(Optional<FieldTrail> trail, Optional<Map<?, ?>> body) {
            if (met >= first && met < events.size() && told.size() < most) {
                var event = events.get(met);
                told.add(
                        event.type() == EventType.DEAD_LETTER || trail.isEmpty() || body.isEmpty()
                                ? List.of()
                                : trail.get().fields(event.body(), body.get()));
            }
            met++;
        }
    }

    private static Stream<Optional<Map<?, ?>>> drafts(@Nullable Object mapped) {
        return mapped instanceof List<?> list && !list.isEmpty()
                ? list.stream().map(Origins::body)
                : Stream.of(body(mapped));
    }

    private static Optional<Map<?, ?>> body(@Nullable Object draft) {
        return draft instanceof Map<?, ?> tree ? new Draft(tree).body() : Optional.empty();
    }
}
