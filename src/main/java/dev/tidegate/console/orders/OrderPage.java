package dev.tidegate.console.orders;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.orders.OrderView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One order.
 *
 * @param told every entry of its number, newest first
 */
public record OrderPage(OrderView order, List<JournalEntry> told) {
    /** Units across a line's bar. */
    public static final int WIDTH = 100;

    /** Part of what was ordered, as units of the bar. */
    public static int width(OrderView.Line line, dev.tidegate.platform.Quantity part) {
        if (line.ordered().isZero()) {
            return 0;
        }
        return part.toDecimal()
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(line.ordered().toDecimal(), 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(WIDTH))
                .intValue();
    }

    public static String inWords(OrderView.Line line) {
        return line.shipped()
                + " shipped, "
                + line.allocated()
                + " allocated, "
                + line.backordered()
                + " backordered of "
                + line.ordered();
    }

    public static Pill fate(JournalEntry entry) {
        return Pill.of(Fate.of(entry.fate()));
    }

    public static String message(JournalEntry entry) {
        return "/console/events/" + entry.receipt() + "#entry-" + entry.index();
    }
}
