/**
 * Contracts of sources, each an immutable version, and the findings where what came departed from
 * them.
 */
@NullMarked
package dev.tidegate.governance.drift;

import org.jspecify.annotations.NullMarked;
