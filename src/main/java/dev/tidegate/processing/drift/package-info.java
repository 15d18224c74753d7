/** Documents held against their source's contract, and contracts learned from documents. */
@NullMarked
package dev.tidegate.processing.drift;

import org.jspecify.annotations.NullMarked;
