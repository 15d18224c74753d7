package dev.tidegate.operations.orders;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order as its row has it.
 *
 * @param version of its last telling: of the whole, or of a change laid over it
 * @param lines JSON, with changes laid over them
 * @param told JSON, the whole's lines where changes are laid over them
 */
record OrderRow(
        OrderId id,
        long version,
        String source,
        String status,
        String partner,
        String partnerName,
        String currency,
        Instant orderedAt,
        @Nullable LocalDate requestedOn,
        String lines,
        @Nullable String told,
        Instant appliedAt) {
    static final String OPEN = "open";

    static final String SELECT =
            """
            select o.kind, o.number, greatest(o.version, o.changed) as version, o.source, o.status, o.partner, o.partner_name, o.currency,
                   o.ordered_at, o.requested_on, o.lines, o.told, o.applied_at
            from operations.orders o
            """;

    static OrderRow read(ResultSet row, int n) throws SQLException {
        Date requested = row.getDate("requested_on");
        return new OrderRow(
                new OrderId(
                        OrderId.Kind.of(row.getString("kind")).orElseThrow(),
                        row.getString("number")),
                row.getLong("version"),
                row.getString("source"),
                row.getString("status"),
                row.getString("partner"),
                row.getString("partner_name"),
                row.getString("currency"),
                row.getTimestamp("ordered_at").toInstant(),
                requested == null ? null : requested.toLocalDate(),
                row.getString("lines"),
                row.getString("told"),
                row.getTimestamp("applied_at").toInstant());
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }

    boolean isOpenSale() {
        return isOpen() && id.kind() == OrderId.Kind.SALES;
    }
}
