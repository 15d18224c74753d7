package dev.tidegate.operations.inventory;

import dev.tidegate.platform.Quantity;
import java.time.Instant;
import java.util.Optional;

/** Somebody counted a place. */
record StockCount(
        Place place, String lot, Quantity quantity, String unit, Optional<Instant> countedAt) {}
