package dev.tidegate.operations.journal;

import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.Receipt;
import dev.tidegate.contract.Receipts;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Cursor;
import dev.tidegate.platform.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the messages that receipts name. */
public final class ReceiptQueries {
    public static final int EVENTS_MAX = 10_000;

    private static final String PARTS =
            """
            select log_offset, fate, count(*), max(entries) from operations.journal
            where tenant = ? and log_offset = any (?::bigint[]) and lane = ? and partition = ?
            group by log_offset, fate
            """;
    private static final String ENTRIES =
            JournalRows.SELECT
                    + """
                    where j.tenant = ? and j.log_offset = any (?::bigint[]) and j.lane = ? and j.partition = ?
                      and (j.log_offset, j.entry) > (?, ?)
                    order by j.log_offset, j.entry limit ?
                    """;

    private final Database database;
    private final Receipts receipts;

    public ReceiptQueries(Database database, Receipts receipts) {
        this.database = database;
        this.receipts = receipts;
    }

    /** What the journal holds of one part: how many entries met which fate, of how many. */
    private record Part(long offset, String fate, long count, long entries) {}

    /**
     * Empty when the receipt is forged, or another tenant's: the two can't be told apart. A receipt
     * carries a keyed checksum over its tenant, so what is not in the journal yet is known to be
     * this tenant's all the same.
     */
    public Optional<ReceiptStatus> find(
            TenantId tenant, String text, Optional<String> cursor, int limit) {
        return receipts.read(tenant, text)
                .map(
                        receipt ->
                                database.readTenant(
                                        tenant,
                                        jdbc ->
                                                status(
                                                        jdbc, tenant, text, receipt, cursor,
                                                        limit)));
    }

    private ReceiptStatus status(
            JdbcClient jdbc,
            TenantId tenant,
            String text,
            Receipt receipt,
            Optional<String> cursor,
            int limit) {
        var parts = parts(jdbc, tenant, receipt);
        var entries = new HashMap<Long, Long>();
        var fates = new TreeMap<String, Long>();
        long found = 0;
        for (Part part : parts) {
            entries.merge(part.offset(), part.entries(), Math::max);
            fates.merge(part.fate(), part.count(), Long::sum);
            found += part.count();
        }
        boolean known = entries.size() == receipt.addresses().size();
        long all = entries.values().stream().mapToLong(Long::longValue).sum();
        var rows = entries(jdbc, tenant, receipt, cursor, limit);
        var page =
                Page.of(
                        rows,
                        limit,
                        last -> Cursor.of(last.event().address().offset(), last.index()));
        return new ReceiptStatus(
                text,
                known && found >= all ? ReceiptStatus.DONE : ReceiptStatus.PENDING,
                known ? all : null,
                fates,
                numbered(text, receipt, entries, page.items()),
                page.next());
    }

    private static List<Part> parts(JdbcClient jdbc, TenantId tenant, Receipt receipt) {
        return jdbc.sql(PARTS)
                .params(tenant.value(), offsets(receipt))
                .params(receipt.first().lane().ordinal(), receipt.first().partition())
                .query(
                        (row, n) ->
                                new Part(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }

    private List<JournalEntry> entries(
            JdbcClient jdbc, TenantId tenant, Receipt receipt, Optional<String> cursor, int limit) {
        var from = Cursor.parse(cursor, 2).orElse(Cursor.of(-1, -1));
        return jdbc.sql(ENTRIES)
                .params(tenant.value(), offsets(receipt))
                .params(receipt.first().lane().ordinal(), receipt.first().partition())
                .params(from.number(0), from.number(1), limit + 1)
                .query(new JournalRows(receipts, tenant)::read)
                .list();
    }

    /** Indexes run on over the parts of a large file, as if it had not been cut. */
    private static List<JournalEntry> numbered(
            String text, Receipt receipt, Map<Long, Long> entries, List<JournalEntry> events) {
        var firstIndex = new HashMap<Long, Long>();
        long index = 0;
        for (RawAddress part : receipt.addresses()) {
            firstIndex.put(part.offset(), index);
            index += entries.getOrDefault(part.offset(), 0L);
        }
        return events.stream()
                .map(
                        event ->
                                event.at(
                                        text,
                                        Math.toIntExact(
                                                firstIndex.getOrDefault(
                                                                event.event().address().offset(),
                                                                0L)
                                                        + event.index())))
                .toList();
    }

    private static Long[] offsets(Receipt receipt) {
        return receipt.addresses().stream().map(RawAddress::offset).toArray(Long[]::new);
    }
}
