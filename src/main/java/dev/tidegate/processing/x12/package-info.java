/** ASC X12: envelopes framed as they come in the wild, sets laid out by a grammar in a table. */
@NullMarked
package dev.tidegate.processing.x12;

import org.jspecify.annotations.NullMarked;
