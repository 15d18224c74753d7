/**
 * Tables: delimited text, fixed width, workbooks. A header row, then documents of one or more rows.
 */
@NullMarked
package dev.tidegate.processing.tabular;

import org.jspecify.annotations.NullMarked;
