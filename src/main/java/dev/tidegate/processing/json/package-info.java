/** JSON of any shape: one document, an array of them, or one a line. */
@NullMarked
package dev.tidegate.processing.json;

import org.jspecify.annotations.NullMarked;
