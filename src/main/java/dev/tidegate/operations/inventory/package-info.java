/** The stock ledger, counts, and the balances derived from both. */
@NullMarked
package dev.tidegate.operations.inventory;

import org.jspecify.annotations.NullMarked;
