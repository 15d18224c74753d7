/** From the bytes of a message to everything it brought about. */
@NullMarked
package dev.tidegate.operations.trace;

import org.jspecify.annotations.NullMarked;
