package dev.tidegate.governance.source;

import dev.tidegate.governance.agreement.Agreement;
import dev.tidegate.governance.agreement.AgreementJson;
import dev.tidegate.governance.agreement.DocumentType;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code governance.source_contract}: written once, never changed. */
public final class AgreementRows {
    private static final String COLUMNS =
            "select version, documents, note, accepted_by, accepted_at from governance.source_contract ";
    private static final String ONE = COLUMNS + "where tenant = ? and source = ? and version = ?";
    private static final String BEFORE =
            COLUMNS
                    + "where tenant = ? and source = ? and version < ? order by version desc limit ?";
    private static final String NEXT =
            """
            insert into governance.source_contract (tenant, source, version, documents, note, accepted_by)
            select ?, ?, coalesce(max(version), 0) + 1, ?::jsonb, ?, ? from governance.source_contract
            where tenant = ? and source = ?
            returning version, documents, note, accepted_by, accepted_at
            """;
    private static final String IN_FORCE =
            """
            update governance.source set contract_version = ?, changed_by = ?, changed_at = now()
            where tenant = ? and source = ?
            """;

    private AgreementRows() {}

    /** A version and who accepted it when, and why. */
    public record Accepted(
            Agreement agreement, String note, String acceptedBy, Instant acceptedAt) {}

    public static Optional<Accepted> find(
            JdbcClient jdbc, TenantId tenant, SourceId source, int version) {
        return jdbc.sql(ONE)
                .params(tenant.value(), source.value(), version)
                .query(AgreementRows::read)
                .optional();
    }

    /** Newest first. */
    public static List<Accepted> before(
            JdbcClient jdbc, TenantId tenant, SourceId source, int version, int limit) {
        return jdbc.sql(BEFORE)
                .params(tenant.value(), source.value(), version, limit)
                .query(AgreementRows::read)
                .list();
    }

    /** The next version, in force at once; the caller holds the source's row. */
    public static Accepted accept(
            JdbcClient jdbc,
            TenantId tenant,
            SourceId source,
            List<DocumentType> documents,
            String note,
            String principal) {
        var accepted =
                jdbc.sql(NEXT)
                        .params(
                                tenant.value(),
                                source.value(),
                                AgreementJson.text(documents),
                                note,
                                principal,
                                tenant.value(),
                                source.value())
                        .query(AgreementRows::read)
                        .single();
        jdbc.sql(IN_FORCE)
                .params(accepted.agreement().version(), principal, tenant.value(), source.value())
                .update();
        return accepted;
    }

    private static Accepted read(ResultSet row, int n) throws SQLException {
        return new Accepted(
                new Agreement(row.getInt(1), AgreementJson.documents(row.getString(2))),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
