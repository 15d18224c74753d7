package dev.tidegate.governance.source;

import dev.tidegate.governance.accounting.Span;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** What a mapping would change, told before it does; implemented by processing. */
public interface MappingRehearsal {
    /** For a process without processing. */
    MappingRehearsal NONE =
            (present, candidate, span, read) -> {
                throw new IllegalStateException("this process has no part of processing");
            };

    /**
     * @param present the source as it is read now
     * @param candidate the same source, read by the candidate
     * @param read told how many messages were read both ways, again and again
     * @return the report, as {@code POST /v1/sources/{source}/rehearsals} answers it
     */
    JsonNode rehearse(
            SourceDefinition present, SourceDefinition candidate, Span span, LongConsumer read);
}
