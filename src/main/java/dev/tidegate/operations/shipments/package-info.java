/** Shipments as last told, their milestones, and what is in transit. */
@NullMarked
@NamedInterface("shipments")
package dev.tidegate.operations.shipments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
