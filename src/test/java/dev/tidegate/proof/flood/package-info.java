/** More than can be applied, for long: kept or refused, never lost, and nobody else's problem. */
@NullMarked
package dev.tidegate.proof.flood;

import org.jspecify.annotations.NullMarked;
