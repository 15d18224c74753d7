/**
 * Entries and their fates: claimed once, applied in one transaction a batch, parked alone when bad.
 */
@NullMarked
@NamedInterface("journal")
package dev.tidegate.operations.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
