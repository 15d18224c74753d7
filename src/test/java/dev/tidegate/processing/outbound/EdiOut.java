package dev.tidegate.processing.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Asked;
import dev.tidegate.contract.Renderer.Event;
import dev.tidegate.contract.Renderer.Rendering;
import dev.tidegate.governance.demo.StartingMappings;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import dev.tidegate.processing.Given;
import dev.tidegate.processing.NormaliserSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** X12 and EDIFACT out and in again, by the mappings that tenants start with. */
final class EdiOut {
    private static final Instant AT = Instant.parse("2026-11-27T12:34:00Z");
    private static final MappingCatalog MAPPINGS =
            new MappingCatalog() {
                @Override
                public Optional<MappingVersion> find(TenantId tenant, String name, int version) {
                    return newest(tenant, name);
                }

                @Override
                public Optional<MappingVersion> newest(TenantId tenant, String name) {
                    var text = StartingMappings.text("outbound/" + name);
                    return Optional.of(new MappingVersion(name, 1, text));
                }
            };
    private static final OutboundRenderer RENDERER =
            new OutboundRenderer(MAPPINGS, NormaliserSettings.DEFAULTS, OutboundSettings.DEFAULTS);

    private EdiOut() {}

    /** What is read of a text by one of the two, without a location of the source's own. */
    static List<CanonicalEvent> read(String format, byte[] bytes, Map<String, String> parameters) {
        SourceDefinition source = format.equals("x12") ? Given.x12() : Given.edifact();
        return Given.events(Given.with(source, parameters), bytes);
    }

    static Rendering render(String format, List<CanonicalEvent> events, Map<String, String> more) {
        var parameters = new HashMap<String, String>();
        parameters.put("sender", "4012345000009");
        parameters.put("receiver", "PARTNER");
        parameters.put("control_number", "000000042");
        parameters.putAll(more);
        var told = events.stream().map(Event::of).toList();
        return RENDERER.render(new Asked(new TenantId("acme"), told, format, parameters, AT));
    }

    static byte[] bytes(String format, List<CanonicalEvent> events, Map<String, String> more) {
        var rendering = render(format, events, more);
        assertThat(rendering).as(() -> told(rendering)).isInstanceOf(Rendering.Rendered.class);
        return ((Rendering.Rendered) rendering).bytes();
    }

    static String told(Rendering rendering) {
        return switch (rendering) {
            case Rendering.Rendered rendered ->
                    new String(rendered.bytes(), StandardCharsets.UTF_8);
            case Rendering.Refused refused -> refused.toString();
        };
    }

    /** Bodies as JSON, without the fields that are the document's own rather than its content. */
    static List<String> bodies(List<CanonicalEvent> events, String... without) {
        return events.stream().map(event -> body(event, without)).collect(Collectors.toList());
    }

    private static String body(CanonicalEvent event, String... without) {
        assertThat(event.type()).as(event.toString()).isNotEqualTo(EventType.DEAD_LETTER);
        var tree = (ObjectNode) JsonMapper.shared().readTree(BodyJson.of(event.body()));
        for (String field : without) {
            tree.remove(field);
        }
        return tree.toString();
    }
}
