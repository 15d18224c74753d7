/** Orders, how far they have come, and what speaks of them. */
@NullMarked
package dev.tidegate.console.orders;

import org.jspecify.annotations.NullMarked;
