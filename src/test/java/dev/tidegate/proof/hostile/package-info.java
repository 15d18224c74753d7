/** Input meant to stop the program: each is answered clearly, and the neighbours notice nothing. */
@NullMarked
package dev.tidegate.proof.hostile;

import org.jspecify.annotations.NullMarked;
