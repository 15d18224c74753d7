package dev.tidegate.processing;

import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.processing.lint.Linter;
import dev.tidegate.processing.mapping.Mappings;
import dev.tidegate.processing.mapping.Mappings.Compiled;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles an expression as the workers would, so that a mistake is told to whoever publishes. */
final class ExpressionCheck implements MappingCheck {
    private static final int POSITION_UNKNOWN = -1;

    private final NormaliserSettings settings;

    ExpressionCheck(NormaliserSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> lint(String expression) {
        return fault(expression).isPresent() ? List.of() : new Linter(expression).findings();
    }

    @Override
    public Optional<Fault> fault(String expression) {
        return switch (new Mappings(settings).compiled(expression, Map.of())) {
            case Compiled.Ready _ -> Optional.empty();
            case Compiled.Invalid(var failure) ->
                    Optional.of(new Fault(failure.reason(), POSITION_UNKNOWN));
        };
    }
}
