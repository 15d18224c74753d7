/**
 * Who may send how much: lanes, backlogs, memory. Refused with a reason, never queued without
 * bound.
 */
@NullMarked
package dev.tidegate.ingestion.admission;

import org.jspecify.annotations.NullMarked;
