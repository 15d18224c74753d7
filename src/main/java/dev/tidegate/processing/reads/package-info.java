/** Which fields a mapping reads, and what becomes of their values: watched, not guessed. */
@NullMarked
package dev.tidegate.processing.reads;

import org.jspecify.annotations.NullMarked;
