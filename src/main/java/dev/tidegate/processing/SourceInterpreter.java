package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawMessage;
import dev.tidegate.governance.source.MappingCatalog;
import dev.tidegate.governance.source.SourceCatalog;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.platform.TenantId;
import java.util.List;
import java.util.Optional;

/** Finds how a message's source is read, and reads it. One at a time, so one thread's. */
final class SourceInterpreter implements Interpreter {
    private final SourceCatalog sources;
    private final MappingCatalog mappings;
    private final Normaliser normaliser;

    SourceInterpreter(SourceCatalog sources, MappingCatalog mappings, Normaliser normaliser) {
        this.sources = sources;
        this.mappings = mappings;
        this.normaliser = normaliser;
    }

    List<CanonicalEvent> interpret(RawMessage message) {
        return interpret(message, Optional.empty());
    }

    @Override
    public List<CanonicalEvent> interpret(RawMessage message, Optional<String> mapping) {
        return definition(message, mapping)
                .map(source -> normaliser.normalise(message, source))
                .orElseGet(() -> normaliser.unread(message, mapping.orElse("")));
    }

    /** How the message is read under that mapping; empty where it or the source is gone. */
    Optional<SourceDefinition> definition(RawMessage message, Optional<String> mapping) {
        return sources.find(message.tenant(), message.source())
                .flatMap(source -> reading(source, mapping));
    }

    private Optional<SourceDefinition> reading(SourceDefinition source, Optional<String> mapping) {
        if (mapping.isEmpty() || mapping.get().equals(source.mapping().label())) {
            return Optional.of(source);
        }
        return version(source.tenant(), mapping.get()).map(source::reading);
    }

    private Optional<MappingVersion> version(TenantId tenant, String label) {
        int at = label.lastIndexOf('@');
        if (at < 0 || !label.substring(at + 1).matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return mappings.find(
                tenant, label.substring(0, at), Integer.parseInt(label.substring(at + 1)));
    }
}
