/** Kill -9 of everything under load, and the proof that no promise was broken. */
@NullMarked
package dev.tidegate.proof.crash;

import org.jspecify.annotations.NullMarked;
