package dev.tidegate.console.stock;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.operations.inventory.LedgerEntry;
import dev.tidegate.operations.inventory.StockLevel;
import dev.tidegate.platform.Quantity;
import dev.tidegate.platform.web.Page;

/** One item: what there is, lot by lot, and the movements that explain it. */
public record ItemPage(Asked asked, StockLevel level, Page<LedgerEntry> ledger) {
    /** An account of the ledger in words: {@code stock:BER-1} is where goods stand. */
    public static String account(String account) {
        int colon = account.indexOf(':');
        if (colon < 0) {
            return account;
        }
        String place = account.substring(colon + 1);
        return switch (account.substring(0, colon)) {
            case "stock" -> place;
            case "transit" -> "on the way to " + place;
            default -> account;
        };
    }

    /** With a sign, where it isn't zero. */
    public static String signed(Quantity quantity) {
        return quantity.isNegative() || quantity.isZero() ? quantity.toString() : "+" + quantity;
    }

    public static String link(LedgerEntry entry) {
        return "/console/events/" + entry.receipt() + "#entry-" + entry.index();
    }
}
