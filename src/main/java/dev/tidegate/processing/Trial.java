package dev.tidegate.processing;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.Lane;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.MappingTrial;
import dev.tidegate.governance.source.SourceDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bytes that nobody has sent as the workers would. */
final class Trial implements MappingTrial {
    private static final byte[] NOTHING = new byte[0];

    /** Where no message stands: a mapping must not see when or where it is tried. */
    private static final RawAddress NOWHERE = new RawAddress(Lane.EXPRESS, 0, 0);

    private final NormaliserSettings limits;
    private final ProvenanceSettings provenance;
    private final JsonMapper json;

    Trial(NormaliserSettings limits, ProvenanceSettings provenance, JsonMapper json) {
        this.limits = limits;
        this.provenance = provenance;
        this.json = json;
    }

    @Override
    public List<JsonNode> read(SourceDefinition source, String contentType, byte[] content) {
        return new Normaliser(limits)
                .normalise(message(source, contentType, content), source).stream()
                        .map(this::told)
                        .toList();
    }

    @Override
    public List<List<FieldOrigin>> origins(
            SourceDefinition source, String contentType, byte[] content) {
        return new Origins(limits, provenance).of(message(source, contentType, content), source);
    }

    private static RawMessage message(SourceDefinition source, String contentType, byte[] content) {
        return new RawMessage(
                NOWHERE,
                source.tenant(),
                source.source(),
                contentType,
                Optional.empty(),
                content,
                NOTHING,
                0,
                Instant.EPOCH);
    }

    private JsonNode told(CanonicalEvent event) {
        var told = json.createObjectNode();
        told.put("ref", event.ref());
        told.put("type", event.type().label());
        told.put("key", event.key());
        told.put("version", event.version());
        if (!event.findings().isEmpty()) {
            event.findings().forEach(told.putArray("findings")::add);
        }
        told.set("body", json.readTree(BodyJson.of(event.body())));
        return told;
    }
}
