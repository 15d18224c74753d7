package dev.tidegate.console.orders;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.operations.orders.ChangeView;
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

    public static Pill effect(ChangeView.Line line) {
        return switch (line.effect()) {
            case APPLIED -> new Pill("applied", "good", "applied");
            case APPLIED_WITHOUT_PRICE -> new Pill("applied without price", "warn", "warning");
            case NONE -> new Pill("nothing to change", "", "stale");
            case NO_SUCH_LINE -> new Pill("no such line", "warn", "warning");
            case INCOMPLETE -> new Pill("incomplete", "warn", "warning");
            case UNKNOWN_ACTION -> new Pill("unknown action", "warn", "warning");
        };
    }

    public static String message(JournalEntry entry) {
        return "/console/events/" + entry.receipt() + "#entry-" + entry.index();
    }
}
