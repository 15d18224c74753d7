package dev.tidegate.governance.drift;

import dev.tidegate.governance.agreement.Check;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.source.AgreementRows;
import dev.tidegate.governance.source.AgreementRows.Accepted;
import dev.tidegate.governance.source.SourceProblems;
import dev.tidegate.governance.source.SourceTable;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts of a tenant's sources: accepted as versions, never changed. */
public final class SourceContracts {
    private static final String HOLD =
            "select 1 from governance.source where tenant = ? and source = ? for update";

    private final Database database;
    private final AuditTrail audit;
    private final SourceTable table;

    public SourceContracts(Database database, AuditTrail audit, SourceTable table) {
        this.database = database;
        this.audit = audit;
        this.table = table;
    }

    record Acceptance(Accepted version, boolean fresh) {}

    /**
     * Accepts the next version and puts it in force; what is the newest one already stays that, so
     * that a repeated request makes no second.
     *
     * @throws dev.tidegate.platform.web.ProblemException {@code contract_incomplete}, with the
     *     place of each field that lacks what it means
     */
    Acceptance accept(Caller caller, SourceId source, List<DocumentType> documents, String note) {
        var places = Check.places(documents);
        if (!places.isEmpty()) {
            throw DriftProblems.incomplete(source, places).asException();
        }
        var outcome =
                database.inTenant(
                        caller.tenant(),
                        jdbc -> {
                            hold(jdbc, caller.tenant(), source);
                            return newest(jdbc, caller.tenant(), source)
                                    .filter(one -> one.agreement().documents().equals(documents))
                                    .map(one -> new Acceptance(one, false))
                                    .orElseGet(() -> next(jdbc, caller, source, documents, note));
                        });
        table.refresh();
        return outcome;
    }

    private Acceptance next(
            JdbcClient jdbc,
            Caller caller,
            SourceId source,
            List<DocumentType> documents,
            String note) {
        var accepted =
                AgreementRows.accept(
                        jdbc, caller.tenant(), source, documents, note, caller.principal());
        audit.record(
                jdbc,
                caller,
                "source.contract.accept",
                source.value(),
                Map.of("version", accepted.agreement().version(), "note", note));
        return new Acceptance(accepted, true);
    }

    private static void hold(JdbcClient jdbc, TenantId tenant, SourceId source) {
        jdbc.sql(HOLD)
                .params(tenant.value(), source.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> SourceProblems.unknownSource(source.value()).asException());
    }

    private static Optional<Accepted> newest(JdbcClient jdbc, TenantId tenant, SourceId source) {
        return AgreementRows.before(jdbc, tenant, source, Integer.MAX_VALUE, 1).stream()
                .findFirst();
    }

    public Optional<Accepted> find(TenantId tenant, SourceId source, int version) {
        return database.readTenant(
                tenant, jdbc -> AgreementRows.find(jdbc, tenant, source, version));
    }

    /** Newest first. */
    public List<Accepted> before(TenantId tenant, SourceId source, int version, int limit) {
        return database.readTenant(
                tenant, jdbc -> AgreementRows.before(jdbc, tenant, source, version, limit));
    }
}
