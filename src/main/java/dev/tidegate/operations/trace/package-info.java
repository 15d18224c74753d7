/** From the bytes of a message to everything it brought about. */
@NullMarked
@NamedInterface("trace")
package dev.tidegate.operations.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
