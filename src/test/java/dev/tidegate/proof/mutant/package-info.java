/** Bugs planted on purpose: a checker that doesn't see them proves nothing. */
@NullMarked
package dev.tidegate.proof.mutant;

import org.jspecify.annotations.NullMarked;
