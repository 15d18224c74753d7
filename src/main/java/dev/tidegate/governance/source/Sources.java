package dev.tidegate.governance.source;

import dev.tidegate.contract.EventType;
import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.source.SourceDefinition.Adapter;
import dev.tidegate.governance.source.SourceDefinition.Contract;
import dev.tidegate.governance.source.SourceDefinition.MappingVersion;
import dev.tidegate.governance.source.SourceDefinition.Strictness;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources of a tenant, read and changed. */
public final class Sources {
    private static final Duration FRESHNESS_DEFAULT = Duration.ofMinutes(15);

    private final Database database;
    private final AuditTrail audit;
    private final Mappings mappings;
    private final MappingCheck check;
    private final SourceTable table;

    public Sources(
            Database database,
            AuditTrail audit,
            Mappings mappings,
            MappingCheck check,
            SourceTable table) {
        this.database = database;
        this.audit = audit;
        this.mappings = mappings;
        this.check = check;
        this.table = table;
    }

    Optional<SourceDocument> find(TenantId tenant, SourceId source) {
        return database.readTenant(tenant, jdbc -> SourceRows.one(jdbc, tenant, source))
                .map(SourceDocument::of);
    }

    List<SourceDocument> after(TenantId tenant, String source, int limit) {
        return database
                .readTenant(tenant, jdbc -> SourceRows.after(jdbc, tenant, source, limit))
                .stream()
                .map(SourceDocument::of)
                .toList();
    }

    /** For the console: how a source is read. */
    public Optional<SourceDefinition> definition(TenantId tenant, SourceId source) {
        return database.readTenant(tenant, jdbc -> SourceRows.one(jdbc, tenant, source))
                .map(SourceRows.Row::definition);
    }

    /** For the console: sources by name, after one. */
    public List<SourceDefinition> definitions(TenantId tenant, String source, int limit) {
        return database
                .readTenant(tenant, jdbc -> SourceRows.after(jdbc, tenant, source, limit))
                .stream()
                .map(SourceRows.Row::definition)
                .toList();
    }

    record Outcome(SourceDocument source, boolean created) {}

    Outcome put(Caller caller, SourceId source, SourceDocument wanted) {
        var outcome =
                database.inTenant(
                        caller.tenant(),
                        jdbc -> {
                            var definition = decide(jdbc, caller.tenant(), source, wanted);
                            boolean created = SourceRows.put(jdbc, definition, caller.principal());
                            audit.record(
                                    jdbc,
                                    caller,
                                    "source.put",
                                    source.value(),
                                    Map.of("mapping", definition.mapping().label()));
                            var row = SourceRows.one(jdbc, caller.tenant(), source).orElseThrow();
                            return new Outcome(SourceDocument.of(row), created);
                        });
        table.refresh();
        return outcome;
    }

    public boolean isMissing(TenantId tenant, SourceId source) {
        return find(tenant, source).isEmpty();
    }

    /** A first definition, with a mapping of the same name that is published with it. */
    public void begin(
            Caller caller, SourceId source, String adapter, String expression, List<String> types) {
        mappings.publish(caller, source.value(), expression, "");
        put(caller, source, SourceDocument.first(adapter, source.value(), types));
    }

    private SourceDefinition decide(
            JdbcClient jdbc, TenantId tenant, SourceId source, SourceDocument wanted) {
        if (source.equals(CommandSource.ID)) {
            throw SourceProblems.reservedSource().asException();
        }
        if (wanted.source() != null && !wanted.source().equals(source.value())) {
            throw SourceProblems.otherName(source, wanted.source()).asException();
        }
        return new SourceDefinition(
                tenant,
                source,
                oneOf(Adapter.values(), "/adapter", wanted.adapter(), null),
                mapping(jdbc, tenant, wanted.mapping()),
                expression("/dedupe_key", wanted.dedupeKey()),
                expression("/ordering_key", wanted.orderingKey()),
                contract(wanted).agreeing(agreement(jdbc, tenant, source, wanted)),
                wanted.parameters() == null ? Map.of() : wanted.parameters(),
                oneOf(Strictness.values(), "/strictness", wanted.strictness(), Strictness.LENIENT),
                freshness(wanted.freshnessObjective()));
    }

    private MappingVersion mapping(JdbcClient jdbc, TenantId tenant, @Nullable String label) {
        if (label == null) {
            throw SourceProblems.field("/mapping", "it is required").asException();
        }
        int at = label.lastIndexOf('@');
        var found =
                at < 0
                        ? mappings.newest(jdbc, tenant, label)
                        : mappings.one(
                                jdbc, tenant, label.substring(0, at), version(label, at + 1));
        return found.orElseThrow(() -> SourceProblems.unknownMapping(label).asException())
                .asVersion();
    }

    private static int version(String label, int from) {
        try {
            return Integer.parseInt(label, from, label.length(), 10);
        } catch (NumberFormatException e) {
            throw SourceProblems.field("/mapping", "the version is no number").asException();
        }
    }

    private Optional<String> expression(String pointer, @Nullable String expression) {
        if (expression == null || expression.isBlank()) {
            return Optional.empty();
        }
        check.fault(expression)
                .ifPresent(
                        fault -> {
                            throw SourceProblems.doesNotCompile(pointer, fault).asException();
                        });
        return Optional.of(expression);
    }

    private static Contract contract(SourceDocument wanted) {
        if (wanted.contract() == null) {
            return Contract.ANY;
        }
        var contract = wanted.contract().asContract();
        var known = Stream.of(EventType.values()).map(EventType::label).toList();
        for (int i = 0; i < contract.types().size(); i++) {
            if (!known.contains(contract.types().get(i))) {
                throw SourceProblems.field(
                                "/contract/types/" + i, "it is none of " + String.join(", ", known))
                        .asException();
            }
        }
        return contract;
    }

    /** What isn't told stays in force: whoever changes a mapping doesn't lift a contract. */
    private static Optional<Agreement> agreement(
            JdbcClient jdbc, TenantId tenant, SourceId source, SourceDocument wanted) {
        var version = wanted.contract() == null ? null : wanted.contract().version();
        if (version == null) {
            return SourceRows.one(jdbc, tenant, source)
                    .flatMap(row -> row.definition().contract().fields());
        }
        return version == 0
                ? Optional.empty()
                : Optional.of(
                        AgreementRows.find(jdbc, tenant, source, version)
                                .map(AgreementRows.Accepted::agreement)
                                .orElseThrow(
                                        () ->
                                                SourceProblems.field(
                                                                "/contract/version",
                                                                "no such version was accepted")
                                                        .asException()));
    }

    private static Duration freshness(@Nullable Duration wanted) {
        if (wanted == null) {
            return FRESHNESS_DEFAULT;
        }
        if (wanted.compareTo(Duration.ofSeconds(1)) < 0) {
            throw SourceProblems.field("/freshness_objective", "it is at least a second")
                    .asException();
        }
        return wanted;
    }

    private static <E extends Enum<E>> E oneOf(
            E[] values, String pointer, @Nullable String label, @Nullable E otherwise) {
        if (label == null && otherwise != null) {
            return otherwise;
        }
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                SourceProblems.field(
                                                pointer,
                                                "it is one of "
                                                        + String.join(
                                                                        ", ",
                                                                        Stream.of(values)
                                                                                .map(Enum::name)
                                                                                .toList())
                                                                .toLowerCase(Locale.ROOT))
                                        .asException());
    }
}
