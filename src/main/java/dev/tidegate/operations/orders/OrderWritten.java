package dev.tidegate.operations.orders;

import dev.tidegate.operations.effect.Stamp;
import org.jspecify.annotations.Nullable;

/** What a row of operations.orders is written from. */
sealed interface OrderWritten permits OrderTold, OrderAwaited {
    OrderKey key();

    Stamp stamp();

    String source();

    String status();

    String partner();

    String partnerName();

    String currency();

    /** Microseconds since 1970. */
    long orderedAt();

    /** Days since 1970. */
    @Nullable Long requestedOn();

    /** JSON, as told. */
    String lines();
}
