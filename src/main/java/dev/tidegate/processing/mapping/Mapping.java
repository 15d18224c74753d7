package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compiled expression with its functions and parameters. Bounded in steps and depth. */
public final class Mapping {
    private final Jsonata expression;
    private final PatternFunctions patterns;
    private final int stepsMax;
    private final int depthMax;

    Mapping(Jsonata expression, PatternFunctions patterns, int stepsMax, int depthMax) {
        this.expression = expression;
        this.patterns = patterns;
        this.stepsMax = stepsMax;
        this.depthMax = depthMax;
    }

    /** What a mapping made of a document, or why it made nothing. */
    public sealed interface Outcome {
        /**
         * @param tree maps, lists, strings and numbers; null where the expression gave nothing
         */
        record Mapped(@Nullable Object tree) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    /**
     * @param variables bound beside those of the source, without their dollar sign
     */
    public Outcome apply(Map<String, Object> document, Map<String, ?> variables) {
        var frame = expression.createFrame();
        var bounds = new Bounds(stepsMax, depthMax);
        bounds.apply(frame);
        patterns.countFor(bounds);
        return evaluate(document, variables, frame);
    }

    /**
     * The same, watched step by step.
     *
     * @param stepsMax beyond which it fails, however many the mapping may take else
     */
    public Evaluation observe(
            Map<String, Object> document, Map<String, ?> variables, int stepsMax) {
        var paths = new TreePaths(document);
        var evaluation = new Evaluation(paths);
        var bounds = new Bounds(Math.min(stepsMax, this.stepsMax), depthMax);
        var frame = expression.createFrame();
        new Observed(paths.identities()).bindTo(frame, expression);
        frame.setEvaluateEntryCallback(
                (step, input, within) -> {
                    bounds.enter(step, input, within);
                    evaluation.enter(step, input, within);
                });
        frame.setEvaluateExitCallback(
                (step, input, within, result) -> {
                    bounds.leave(step, input, within, result);
                    evaluation.leave(step, input, within, result);
                });
        patterns.countFor(bounds);
        evaluation.ended(evaluate(document, variables, frame));
        return evaluation;
    }

    private Outcome evaluate(
            Map<String, Object> document, Map<String, ?> variables, Jsonata.Frame frame) {
        variables.forEach((name, value) -> frame.bind(name, value));
        try {
            return new Outcome.Mapped(expression.evaluate(document, frame));
        } catch (Bounds.Exceeded e) {
            return new Outcome.Failed(beyondLimit(e));
        } catch (JException e) {
            return new Outcome.Failed(failed(e));
        }
    }

    private static Failure beyondLimit(Bounds.Exceeded e) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "mapping_limit_exceeded",
                "",
                "The mapping took " + e.getMessage() + ".",
                "Simplify the mapping, or raise the limit in tidegate.processing.normaliser.");
    }

    private static Failure failed(JException e) {
        return Failure.schemaDrift(
                "mapping_failed",
                "",
                "The mapping could not read the document: " + e.getMessage(),
                "Compare the document with the source's earlier ones; publish a mapping version"
                        + " that reads both, then reprocess.");
    }
}
