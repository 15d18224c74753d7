/** What the features share: versions that contend, bodies read, columns for sets of rows. */
@NullMarked
package dev.tidegate.operations.effect;

import org.jspecify.annotations.NullMarked;
