/**
 * What X12 and EDIFACT share: segments laid out as trees by a grammar in a table, their places, and
 * the flaws that an envelope may have.
 */
@NullMarked
package dev.tidegate.processing.edi;

import org.jspecify.annotations.NullMarked;
