/** Shipments as last told, their milestones, and what is in transit. */
@NullMarked
package dev.tidegate.operations.shipments;

import org.jspecify.annotations.NullMarked;
