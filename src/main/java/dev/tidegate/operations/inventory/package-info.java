/** The stock ledger, counts, and the balances derived from both. */
@NullMarked
@NamedInterface("inventory")
package dev.tidegate.operations.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
