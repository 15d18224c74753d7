package dev.tidegate.governance.drift;

import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.source.SourceDefinition;
import java.util.List;

/**
 * Reads what a source has sent and writes down what its documents look like; implemented by
 * processing, with the adapters that its workers run.
 */
public interface ContractLearner {
    /** For a process without processing: nothing can be read. */
    ContractLearner NONE =
            (source, span) -> {
                throw new IllegalStateException("this process has no part of processing");
            };

    /**
     * A contract as far as documents tell: presence, shape, and likely codes. What things mean is
     * taken from the contract in force where it knows the field, and is missing elsewhere.
     *
     * @param complete false where a bound ended the reading before the span's end
     * @param messages that were read
     */
    record Learned(List<DocumentType> documents, boolean complete, long messages) {}

    /**
     * @throws dev.tidegate.platform.web.ProblemException {@code query_too_broad} when the span
     *     holds more records than may be read; {@code busy} when the turn doesn't come in time
     */
    Learned learn(SourceDefinition source, Span span);
}
