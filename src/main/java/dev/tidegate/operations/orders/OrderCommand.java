package dev.tidegate.operations.orders;

/** What may be done to an order by hand. */
sealed interface OrderCommand {
    OrderId order();

    /**
     * Makes one.
     *
     * @param draft as it was asked for, checked
     */
    record Create(OrderId order, NewOrder draft) implements OrderCommand {}

    /** Wants nothing more of it. */
    record Cancel(OrderId order) implements OrderCommand {}
}
