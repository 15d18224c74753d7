/**
 * Entries and their fates: claimed once, applied in one transaction a batch, parked alone when bad.
 */
@NullMarked
package dev.tidegate.operations.journal;

import org.jspecify.annotations.NullMarked;
