package dev.tidegate.operations.inventory;

import dev.tidegate.platform.Quantity;
import java.time.Instant;

/**
 * One leg of the double-entry ledger: {@code quantity} moved from the account {@code credit} to the
 * account {@code debit}. Accounts: {@code stock:LOCATION}, {@code transit:LOCATION}, {@code
 * supplier}, {@code customer}, {@code adjustment}.
 *
 * @param quantity always positive
 * @param reference the movement's number
 * @param orderNumber that it serves; empty where none was told
 * @param shipment that it belongs to; empty where none was told
 * @param receipt of the message it came from
 * @param index of the message's entry
 */
public record LedgerEntry(
        Instant occurredAt,
        String kind,
        String item,
        String lot,
        String debit,
        String credit,
        Quantity quantity,
        String reference,
        String orderNumber,
        String shipment,
        String reason,
        String receipt,
        int index) {}
