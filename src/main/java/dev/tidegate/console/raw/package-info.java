/** Bytes as they came, made readable without changing what they say. */
@NullMarked
package dev.tidegate.console.raw;

import org.jspecify.annotations.NullMarked;
