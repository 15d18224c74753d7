/**
 * Canonical events to documents of others: an outbound mapping draws the tree that the format's
 * reader would have read, and the format's writer writes it.
 */
@NullMarked
package dev.tidegate.processing.outbound;

import org.jspecify.annotations.NullMarked;
