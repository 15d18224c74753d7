/**
 * The checker: compares what was promised (the history) with what is there (the raw log, the
 * database, the API), by a model of its own. It shares no code with operations.
 */
@NullMarked
package dev.tidegate.proof.check;

import org.jspecify.annotations.NullMarked;
