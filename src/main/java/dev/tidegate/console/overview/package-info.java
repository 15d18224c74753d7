/** The first page: what flows, what became of it, and whether it adds up. */
@NullMarked
package dev.tidegate.console.overview;

import org.jspecify.annotations.NullMarked;
