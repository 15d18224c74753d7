/**
 * A whole installation under test: its own home, the program as child processes, and who kills
 * them.
 */
@NullMarked
package dev.tidegate.proof.works;

import org.jspecify.annotations.NullMarked;
