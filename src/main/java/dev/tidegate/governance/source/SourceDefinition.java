package dev.tidegate.governance.source;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the messages of one source are read: data, not code.
 *
 * @param adapter splits bytes into documents, each a JSON tree
 * @param mapping the mapping version that turns one document into canonical events
 * @param dedupeKey a JSONata expression over {@code {"document", "event", "message_id"}} that names
 *     what is counted once; where absent, the mapping's {@code dedupe} or the default of the
 *     event's type
 * @param orderingKey likewise, for what is applied in its order; where absent the event's business
 *     key
 * @param contract what the source has agreed to send
 * @param parameters handed to the mapping as {@code $parameters}, such as the default location
 * @param strictness whether an envelope with wrong counts is refused or recorded
 * @param freshnessObjective how old the newest message may be before the source counts as delayed
 */
public record SourceDefinition(
        TenantId tenant,
        SourceId source,
        Adapter adapter,
        MappingVersion mapping,
        Optional<String> dedupeKey,
        Optional<String> orderingKey,
        Contract contract,
        Map<String, String> parameters,
        Strictness strictness,
        Duration freshnessObjective) {

    /** The same source read by another mapping version. */
    public SourceDefinition reading(MappingVersion other) {
        return with(other, contract);
    }

    /** The same source under another contract. */
    public SourceDefinition under(Contract other) {
        return with(mapping, other);
    }

    private SourceDefinition with(MappingVersion reading, Contract agreed) {
        return new SourceDefinition(
                tenant,
                source,
                adapter,
                reading,
                dedupeKey,
                orderingKey,
                agreed,
                parameters,
                strictness,
                freshnessObjective);
    }

    /** Which adapter reads the bytes. */
    public enum Adapter {
        JSON,
        CSV,
        TSV,
        FIXED_WIDTH,
        XLSX,
        X12,
        EDIFACT,
        XML,
        EPCIS
    }

    /**
     * Strict refuses what a standard forbids; lenient reads on and records it. Nothing is repaired.
     */
    public enum Strictness {
        STRICT,
        LENIENT
    }

    /**
     * @param types the canonical types that may come; empty: any
     * @param requiredFields names (CSV columns, JSON members at the top) without which a document
     *     drifts
     * @param fields the accepted version that is in force, field by field
     */
    public record Contract(
            List<String> types, List<String> requiredFields, Optional<Agreement> fields) {
        public static final Contract ANY = new Contract(List.of(), List.of());

        public Contract(List<String> types, List<String> requiredFields) {
            this(types, requiredFields, Optional.empty());
        }

        /** The same with another version in force, or none. */
        public Contract agreeing(Optional<Agreement> other) {
            return new Contract(types, requiredFields, other);
        }
    }

    /**
     * An immutable published mapping.
     *
     * @param version from 1 within its name
     * @param expression JSONata
     */
    public record MappingVersion(String name, int version, String expression) {
        /** As events name it: {@code x12@3}. */
        public String label() {
            return name + "@" + version;
        }
    }
}
