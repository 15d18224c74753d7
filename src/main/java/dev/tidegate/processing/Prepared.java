package dev.tidegate.processing;

import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.processing.drift.CompiledContract;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.Optional;

/** A source with its expressions compiled: what is the same for all its messages. */
record Prepared(
        SourceDefinition source,
        Compiled mapping,
        Optional<Compiled> dedupeKey,
        Optional<Compiled> orderingKey,
        CompiledContract contract) {

    static Prepared of(SourceDefinition source, Mappings mappings) {
        return new Prepared(
                source,
                mappings.compiled(source.mapping().expression(), source.parameters()),
                source.dedupeKey().map(key -> mappings.compiled(key, source.parameters())),
                source.orderingKey().map(key -> mappings.compiled(key, source.parameters())),
                CompiledContract.of(source.contract().fields()));
    }

    boolean isStrict() {
        return source.strictness() == Strictness.STRICT;
    }
}
