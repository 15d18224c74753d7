package dev.tidegate.governance.source;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is read and written over HTTP. What was read may be changed and written back.
 *
 * @param source its name; in a written one optional, and then the path's
 * @param adapter {@code json}, {@code csv}, {@code tsv}, {@code fixed_width}, {@code xlsx}, {@code
 *     x12}, {@code edifact}, {@code xml}, {@code epcis}
 * @param mapping a mapping's name, with {@code @version} or without for the newest
 * @param strictness {@code strict} or {@code lenient}, which is the default
 * @param freshnessObjective ISO 8601, such as {@code PT15M}, which is the default
 * @param changedBy told, never taken
 * @param changedAt told, never taken
 */
record SourceDocument(
        @Nullable String source,
        @Nullable String adapter,
        @Nullable String mapping,
        @Nullable String dedupeKey,
        @Nullable String orderingKey,
        @Nullable ContractDocument contract,
        @Nullable Map<String, String> parameters,
        @Nullable String strictness,
        @Nullable Duration freshnessObjective,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    private static final Set<String> EDI = Set.of("x12", "edifact");

    /**
     * @param version the accepted contract that is in force; 0 for none; in a written one absent to
     *     leave it as it is
     */
    record ContractDocument(
            @Nullable List<String> types,
            @Nullable List<String> requiredFields,
            @Nullable Integer version) {
        static ContractDocument of(Contract contract) {
            return new ContractDocument(
                    contract.types(),
                    contract.requiredFields(),
                    contract.fields().map(Agreement::version).orElse(0));
        }

        Contract asContract() {
            return new Contract(
                    types == null ? List.of() : types,
                    requiredFields == null ? List.of() : requiredFields);
        }
    }

    /** A source of EDI starts strict: what is counted wrong may have lost a segment. */
    static SourceDocument first(String adapter, String mapping, List<String> types) {
        return new SourceDocument(
                null,
                adapter,
                mapping,
                null,
                null,
                new ContractDocument(types, List.of(), null),
                Map.of(),
                EDI.contains(adapter) ? "strict" : null,
                null,
                null,
                null);
    }

    /** Of an onboarding: what its sample needs, and the one type that it tells. */
    static SourceDocument drafted(Onboarding.Plan plan, String mapping) {
        return new SourceDocument(
                null,
                plan.adapter(),
                mapping,
                null,
                null,
                new ContractDocument(List.of(plan.type()), List.of(), null),
                plan.parameters(),
                null,
                null,
                null,
                null);
    }

    static SourceDocument of(SourceRows.Row row) {
        var source = row.definition();
        return new SourceDocument(
                source.source().value(),
                source.adapter().name().toLowerCase(Locale.ROOT),
                source.mapping().label(),
                source.dedupeKey().orElse(null),
                source.orderingKey().orElse(null),
                ContractDocument.of(source.contract()),
                source.parameters(),
                source.strictness().name().toLowerCase(Locale.ROOT),
                source.freshnessObjective(),
                row.changedBy(),
                row.changedAt());
    }
}
