/**
 * What EPCIS events tell: which things were where, when and why. Kept and asked for as GS1 EPCIS
 * 2.0 has it; without effect on stock.
 */
@NullMarked
package dev.tidegate.operations.visibility;

import org.jspecify.annotations.NullMarked;
