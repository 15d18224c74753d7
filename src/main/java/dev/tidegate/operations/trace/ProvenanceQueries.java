package dev.tidegate.operations.trace;

import dev.tidegate.contract.FieldOrigin;
import dev.tidegate.contract.FieldOrigin.Place;
import dev.tidegate.contract.FieldOrigins;
import dev.tidegate.contract.RawAddress;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Receipts;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.journal.ReceiptQueries;
import dev.tidegate.platform.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the fields of an entry back to the bytes, under the mapping version that read them. */
public final class ProvenanceQueries {
    private final Receipts receipts;
    private final ReceiptQueries journal;
    private final RawReader raw;
    private final FieldOrigins origins;

    ProvenanceQueries(
            Receipts receipts, ReceiptQueries journal, RawReader raw, FieldOrigins origins) {
        this.receipts = receipts;
        this.journal = journal;
        this.raw = raw;
        this.origins = origins;
    }

    /**
     * Offsets count in the bytes of all the message's parts, one after the other.
     *
     * @param index as the receipt numbers its entries
     * @return empty where the receipt is forged or another tenant's, where it has no such entry,
     *     and where the log no longer holds its bytes
     */
    public Optional<List<FieldOrigin>> find(TenantId tenant, String receipt, int index) {
        return receipts.read(tenant, receipt)
                .flatMap(
                        addresses ->
                                entry(tenant, receipt, index)
                                        .flatMap(
                                                entry ->
                                                        fields(
                                                                tenant,
                                                                addresses.addresses(),
                                                                entry)));
    }

    private Optional<JournalEntry> entry(TenantId tenant, String receipt, int index) {
        return journal.find(tenant, receipt, Optional.empty(), ReceiptQueries.EVENTS_MAX)
                .flatMap(
                        status ->
                                status.events().stream()
                                        .filter(entry -> entry.index() == index)
                                        .findFirst());
    }

    private Optional<List<FieldOrigin>> fields(
            TenantId tenant, List<RawAddress> parts, JournalEntry entry) {
        var part = entry.event().address();
        return raw.find(tenant, part)
                .map(
                        kept ->
                                origins.of(
                                        kept.message(),
                                        Optional.of(entry.mapping()),
                                        entry.event().index()))
                .map(fields -> behind(bytesBefore(tenant, parts, part), fields));
    }

    private long bytesBefore(TenantId tenant, List<RawAddress> parts, RawAddress part) {
        return parts.subList(0, parts.indexOf(part)).stream()
                .flatMap(before -> raw.find(tenant, before).stream())
                .mapToLong(kept -> kept.message().bytes().length)
                .sum();
    }

    private static List<FieldOrigin> behind(long before, List<FieldOrigin> fields) {
        return before == 0
                ? fields
                : fields.stream()
                        .map(
                                field ->
                                        new FieldOrigin(
                                                field.pointer(),
                                                field.from().stream()
                                                        .map(place -> behind(before, place))
                                                        .toList()))
                        .toList();
    }

    private static Place behind(long before, Place place) {
        @Nullable Long offset = place.offset();
        return offset == null
                ? place
                : new Place(place.place(), before + offset, place.length(), place.text());
    }
}
