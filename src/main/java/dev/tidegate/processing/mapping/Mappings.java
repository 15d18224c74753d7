package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.governance.codelist.CodeBook;
import dev.tidegate.processing.NormaliserSettings;
import dev.tidegate.processing.document.Failure;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiles expressions and keeps them by their content. Not thread-safe: one for each worker. */
public final class Mappings {
    private final NormaliserSettings settings;
    private final Map<Key, Compiled> compiled;

    public Mappings(NormaliserSettings settings) {
        this.settings = settings;
        compiled =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, Compiled> eldest) {
                        return size() > settings.mappingsCachedMax();
                    }
                };
    }

    /** A mapping that can be applied, or why the expression is none. */
    public sealed interface Compiled {
        record Ready(Mapping mapping) implements Compiled {}

        record Invalid(Failure failure) implements Compiled {}
    }

    private record Key(String expression, Map<String, String> parameters, CodeBook codes) {}

    /**
     * @param codes the lists that {@code $code} and the functions of units read
     */
    public Compiled compiled(String expression, Map<String, String> parameters, CodeBook codes) {
        return compiled.computeIfAbsent(new Key(expression, parameters, codes), this::compile);
    }

    private Compiled compile(Key key) {
        if (key.expression().length() > settings.mappingLengthMax()) {
            return invalid("It is longer than " + settings.mappingLengthMax() + " characters.");
        }
        try {
            var expression = Jsonata.jsonata(key.expression());
            var patterns = new PatternFunctions();
            patterns.register(expression);
            FunctionPack.register(expression, Parameters.of(key.parameters()), key.codes());
            return new Compiled.Ready(
                    new Mapping(
                            expression,
                            patterns,
                            settings.mappingStepsMax(),
                            settings.mappingDepthMax()));
        } catch (JException | DateTimeException e) {
            return invalid(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return invalid("The parser gave up: " + e.getClass().getSimpleName() + ".");
        }
    }

    private static Compiled invalid(String reason) {
        return new Compiled.Invalid(
                new Failure(
                        FailureClass.FAULT,
                        "mapping_invalid",
                        "",
                        "The mapping can't be compiled: " + reason,
                        "Publish a mapping version that passes its test, then reprocess."));
    }
}
