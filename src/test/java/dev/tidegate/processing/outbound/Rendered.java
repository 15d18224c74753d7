package dev.tidegate.processing.outbound;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Renderer;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.NormaliserSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders by the mappings that every tenant starts with, or by one of a test's own. */
final class Rendered {
    private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");

    private Rendered() {}

    static Rendering as(
            String format, List<CanonicalEvent> events, Map<String, String> parameters) {
        return by(StartingMappings.text("outbound/" + format), events, parameters);
    }

    static Rendering by(
            String expression, List<CanonicalEvent> events, Map<String, String> parameters) {
        return new OutboundRenderer(
                        new One(expression), NormaliserSettings.DEFAULTS, OutboundSettings.DEFAULTS)
                .render(
                        new Renderer.Asked(
                                new TenantId("acme"),
                                events.stream().map(Renderer.Event::of).toList(),
                                "to-them",
                                parameters,
                                AT));
    }

    static byte[] bytes(Rendering rendering) {
        return switch (rendering) {
            case Rendering.Rendered rendered -> rendered.bytes();
            case Rendering.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** A catalogue of one mapping. */
    private record One(String expression) implements MappingCatalog {
        @Override
        public Optional<MappingVersion> find(TenantId tenant, String name, int version) {
            return Optional.of(new MappingVersion(name, version, expression));
        }

        @Override
        public Optional<MappingVersion> newest(TenantId tenant, String name) {
            return find(tenant, name, 1);
        }
    }
}
