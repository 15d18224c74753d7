/** JSONata mappings: compiled once, bounded, with a function pack in Java. */
@NullMarked
package dev.tidegate.processing.mapping;

import org.jspecify.annotations.NullMarked;
