package dev.tidegate.operations.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A change laid over an order, and what it did to each line.
 *
 * @param number of the change
 */
public record ChangeView(String number, String source, long version, List<Line> lines) {

    /**
     * @param line as the change numbers it
     * @param action add, change, increase, decrease, delete, none; or the sender's code
     */
    public record Line(String line, String action, Effect effect) {}

    /** What became of one line of a change. */
    public enum Effect {
        APPLIED,
        /** It says that nothing changes. */
        NONE,
        /** The order has no line of that number and not exactly one of that item. */
        NO_SUCH_LINE,
        /** It adds a line and tells no item or no quantity, or shifts a quantity and tells none. */
        INCOMPLETE,
        /** Its action is in no code list: what it means isn't guessed. */
        UNKNOWN_ACTION,
        /** Applied but for the price, which is in another currency than the order. */
        APPLIED_WITHOUT_PRICE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
