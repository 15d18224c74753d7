/** Workbooks (ECMA-376, .xlsx): their sheets' rows as texts, read as a stream within bounds. */
@NullMarked
package dev.tidegate.processing.workbook;

import org.jspecify.annotations.NullMarked;
