/** Delimited text: a header row, then documents of one or more rows. */
@NullMarked
package dev.tidegate.processing.csv;

import org.jspecify.annotations.NullMarked;
