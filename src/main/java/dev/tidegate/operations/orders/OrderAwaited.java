package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * An order that a change speaks of and that may not have come. Written like a told one it locks the
 * order's row where there is one, and stands in for it where there is none, so that whoever tells
 * the order at this moment waits and then sees the change. Its own transaction takes it away again.
 */
record OrderAwaited(OrderKey key) implements OrderWritten {
    @Override
    public Stamp stamp() {
        return Stamp.NONE;
    }

    @Override
    public String source() {
        return "";
    }

    @Override
    public String status() {
        return OrderRow.OPEN;
    }

    @Override
    public String partner() {
        return "";
    }

    @Override
    public String partnerName() {
        return "";
    }

    @Override
    public String currency() {
        return "";
    }

    @Override
    public long orderedAt() {
        return 0;
    }

    @Override
    public @Nullable Long requestedOn() {
        return null;
    }

    @Override
    public String lines() {
        return "[]";
    }
}
