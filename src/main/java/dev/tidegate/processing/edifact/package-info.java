/**
 * UN/EDIFACT (ISO 9735, syntax versions 1 to 4): interchanges framed as they come in the wild,
 * messages laid out by a grammar in a table.
 */
@NullMarked
package dev.tidegate.processing.edifact;

import org.jspecify.annotations.NullMarked;
