/** How soon it is back after kill -9 with work waiting. */
@NullMarked
package dev.tidegate.proof.recovery;

import org.jspecify.annotations.NullMarked;
