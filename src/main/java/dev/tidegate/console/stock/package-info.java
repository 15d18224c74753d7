/** Stock by item and location, its lots, and the ledger that explains it. */
@NullMarked
package dev.tidegate.console.stock;

import org.jspecify.annotations.NullMarked;
