package dev.tidegate.processing.outbound;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.contract.Renderer;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Places;
import dev.tidegate.processing.document.Unwritable;
import dev.tidegate.processing.mapping.Mapping.Outcome;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders by the same kind of mapping as messages are read by, and with the same functions and
 * bounds. A mapping is compiled each time (some milliseconds): control numbers are parameters, so
 * that no two renderings share one.
 */
public final class OutboundRenderer implements Renderer {
    private final MappingCatalog mappings;
    private final NormaliserSettings mappingLimits;
    private final OutboundSettings limits;

    public OutboundRenderer(
            MappingCatalog mappings, NormaliserSettings mappingLimits, OutboundSettings limits) {
        this.mappings = mappings;
        this.mappingLimits = mappingLimits;
        this.limits = limits;
    }

    @Override
    public Rendering render(Asked asked) {
        var refusal = refusal(asked);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var version = version(asked);
        return version.isEmpty()
                ? refused(Refusals.unknownMapping(asked.mapping()))
                : render(asked, version.get());
    }

    private Optional<MappingVersion> version(Asked asked) {
        String label = asked.mapping();
        int at = label.lastIndexOf('@');
        if (at < 0) {
            return mappings.newest(asked.tenant(), label);
        }
        return label.substring(at + 1).matches("[0-9]{1,9}")
                ? mappings.find(
                        asked.tenant(),
                        label.substring(0, at),
                        Integer.parseInt(label.substring(at + 1)))
                : Optional.empty();
    }

    private Optional<Failure> refusal(Asked asked) {
        var types = asked.events().stream().map(Event::type).distinct().toList();
        if (types.size() != 1) {
            return Optional.of(Refusals.notOfOneType(types));
        }
        if (asked.events().size() > 1 && !EventTree.isListed(types.getFirst())) {
            return Optional.of(Refusals.oneAtATime(types.getFirst()));
        }
        if (asked.events().size() > limits.eventsMax()) {
            return Optional.of(Refusals.tooManyEvents(limits.eventsMax()));
        }
        return asked.parameters().size() > limits.parametersMax()
                        || asked.parameters().values().stream()
                                .anyMatch(value -> value.length() > limits.parameterLengthMax())
                ? Optional.of(Refusals.parametersTooLarge(limits))
                : Optional.empty();
    }

    private Rendering render(Asked asked, MappingVersion version) {
        return switch (new Mappings(mappingLimits)
                .compiled(version.expression(), asked.parameters())) {
            case Compiled.Invalid(var failure) -> refused(failure);
            case Compiled.Ready(var mapping) -> {
                var tree = EventTree.of(asked.events().getFirst().type(), asked.events());
                yield switch (mapping.apply(tree, variables(asked))) {
                    case Outcome.Failed(var failure) -> refused(Refusals.notDrawn(failure));
                    case Outcome.Mapped(var drawn) ->
                            write(Drawn.of(drawn, limits.depthMax()), version);
                };
            }
        };
    }

    private static Map<String, String> variables(Asked asked) {
        return Map.of("at", asked.at().toString(), "tenant", asked.tenant().value());
    }

    private Rendering write(Drawn drawn, MappingVersion version) {
        return switch (drawn) {
            case Drawn.Nothing(var failure) -> refused(failure);
            case Drawn.Documents documents -> write(documents, version);
        };
    }

    private Rendering write(Drawn.Documents drawn, MappingVersion version) {
        String format = Writers.name(drawn.format());
        try {
            var writer = Writers.of(drawn.format(), drawn.documents(), limits);
            if (writer.isEmpty()) {
                return refused(Refusals.notWritten(format));
            }
            var bytes = writer.get().write(drawn.documents(), limits.documentSizeMax());
            return new Rendering.Rendered(
                    bytes, format, writer.get().contentType(), version.label());
        } catch (Unwritable e) {
            String place =
                    drawn.documents().size() == 1
                            ? e.place()
                            : Places.pointer("", List.of(e.document())) + e.place();
            return refused(Refusals.unwritable(format, place, e.reason()));
        }
    }

    private static Rendering refused(Failure failure) {
        FailureClass failureClass = failure.failureClass();
        return new Rendering.Refused(
                failureClass,
                failure.code(),
                failure.place(),
                failure.reason(),
                failure.nextStep());
    }
}
