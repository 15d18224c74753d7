/** The log read again into an empty database: the same state, however the work is shared. */
@NullMarked
package dev.tidegate.proof.replay;

import org.jspecify.annotations.NullMarked;
