package dev.tidegate.operations.trace;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.operations.inventory.LedgerEntry;
import dev.tidegate.operations.inventory.LedgerQueries;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.journal.ReceiptQueries;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Follows a message from its bytes to everything it brought about. */
public final class TraceQueries {
    public static final int ENTRIES_MAX = 200;

    private static final String CONTENTS =
            """
            select entry, content from operations.journal
            where tenant = ? and log_offset = ? and lane = ? and partition = ? and entry = any (?::int[])
            """;

    private final Database database;
    private final Receipts receipts;
    private final ReceiptQueries journal;
    private final LedgerQueries ledger;
    private final RawReader raw;
    private final Interpreter interpreter;
    private final JsonMapper json;

    public TraceQueries(
            Database database,
            Receipts receipts,
            ReceiptQueries journal,
            LedgerQueries ledger,
            RawReader raw,
            Interpreter interpreter,
            JsonMapper json) {
        this.database = database;
        this.receipts = receipts;
        this.journal = journal;
        this.ledger = ledger;
        this.raw = raw;
        this.interpreter = interpreter;
        this.json = json;
    }

    /** Empty when the receipt is forged or another tenant's. */
    public Optional<Trace> find(
            TenantId tenant, String receipt, Optional<String> cursor, int limit) {
        return receipts.read(tenant, receipt)
                .flatMap(
                        addresses ->
                                journal.find(tenant, receipt, cursor, limit)
                                        .map(
                                                status ->
                                                        trace(
                                                                tenant,
                                                                receipt,
                                                                addresses.addresses(),
                                                                status.events(),
                                                                status.next())));
    }

    private Trace trace(
            TenantId tenant,
            String receipt,
            List<RawAddress> addresses,
            List<JournalEntry> events,
            @Nullable String next) {
        var parts = new ArrayList<Trace.Raw>();
        var entries = new ArrayList<Trace.Entry>();
        for (RawAddress address : addresses) {
            var ofPart = events.stream().filter(e -> e.event().address().equals(address)).toList();
            boolean pending = events.isEmpty() && address.equals(addresses.getFirst());
            if (ofPart.isEmpty() && !pending) {
                continue; // a large file has many parts: only those are read that are shown
            }
            raw.find(tenant, address)
                    .ifPresent(
                            kept -> {
                                parts.add(part(kept));
                                entries.addAll(
                                        entries(
                                                tenant,
                                                address,
                                                new Rereading(interpreter, kept.message()),
                                                ofPart));
                            });
        }
        return new Trace(receipt, parts, entries, next);
    }

    private static Trace.Raw part(RawReader.Kept kept) {
        var message = kept.message();
        return new Trace.Raw(
                message.address().toString(),
                message.bytes().length,
                kept.sha256(),
                message.contentType(),
                message.messageId().orElse(null),
                message.source().value(),
                kept.principal(),
                kept.trace(),
                message.acceptedAt());
    }

    private List<Trace.Entry> entries(
            TenantId tenant, RawAddress address, Rereading reading, List<JournalEntry> ofPart) {
        if (ofPart.isEmpty()) {
            return reading.present().stream().limit(ENTRIES_MAX).map(this::pending).toList();
        }
        var indexes = ofPart.stream().map(entry -> entry.event().index()).toList();
        var contents = contents(tenant, address, indexes);
        var legs = legs(tenant, address, indexes);
        return ofPart.stream()
                .map(
                        entry -> {
                            int index = entry.event().index();
                            return applied(
                                    entry,
                                    reading.of(entry, index),
                                    contents.get(index),
                                    legs.getOrDefault(index, List.of()));
                        })
                .toList();
    }

    private Trace.Entry pending(CanonicalEvent event) {
        return new Trace.Entry(
                event.id().index(),
                event.ref(),
                event.mapping(),
                canonical(event, true),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Trace.Entry applied(
            JournalEntry entry,
            Optional<CanonicalEvent> event,
            @Nullable UUID content,
            List<LedgerEntry> legs) {
        return new Trace.Entry(
                entry.index(),
                entry.ref(),
                entry.mapping(),
                event.map(e -> canonical(e, e.content().equals(content))).orElse(null),
                entry,
                legs,
                event.map(e -> Consequences.touched(e, entry)).orElse(List.of()),
                event.map(e -> Consequences.facts(e, entry)).orElse(List.of()),
                List.of());
    }

    private Trace.Canonical canonical(CanonicalEvent event, boolean same) {
        return new Trace.Canonical(
                event.type().label(),
                event.key(),
                event.orderingKey(),
                event.version(),
                event.dedupe(),
                event.content(),
                event.findings(),
                same,
                json.readTree(BodyJson.of(event.body())));
    }

    private Map<Integer, UUID> contents(
            TenantId tenant, RawAddress address, List<Integer> indexes) {
        var contents = new HashMap<Integer, UUID>();
        database.readTenant(
                tenant,
                jdbc -> {
                    jdbc.sql(CONTENTS)
                            .params(tenant.value(), address.offset())
                            .params(address.lane().ordinal(), address.partition())
                            .param(indexes.toArray(Integer[]::new))
                            .query(
                                    row -> {
                                        contents.put(row.getInt(1), row.getObject(2, UUID.class));
                                    });
                    return contents.size();
                });
        return contents;
    }

    private Map<Integer, List<LedgerEntry>> legs(
            TenantId tenant, RawAddress address, List<Integer> indexes) {
        var legs = new HashMap<Integer, List<LedgerEntry>>();
        ledger.of(tenant, address, indexes.getFirst(), indexes.getLast())
                .forEach(leg -> legs.computeIfAbsent(leg.index(), i -> new ArrayList<>()).add(leg));
        return legs;
    }
}
