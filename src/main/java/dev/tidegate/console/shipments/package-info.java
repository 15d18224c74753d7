/** Shipments and what happened to them on the way. */
@NullMarked
package dev.tidegate.console.shipments;

import org.jspecify.annotations.NullMarked;
