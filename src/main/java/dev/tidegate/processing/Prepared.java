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
                compiled(source, source.mapping().expression(), mappings),
                source.dedupeKey().map(key -> compiled(source, key, mappings)),
                source.orderingKey().map(key -> compiled(source, key, mappings)),
                CompiledContract.of(source.contract().fields()));
    }

    private static Compiled compiled(
            SourceDefinition source, String expression, Mappings mappings) {
        return mappings.compiled(expression, source.parameters(), source.mapping().codes());
    }

    boolean isStrict() {
        return source.strictness() == Strictness.STRICT;
    }
}
