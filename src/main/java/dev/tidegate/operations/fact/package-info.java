/** What changed, told outside: packed in the transaction of the change, sent by a relay. */
@NullMarked
@NamedInterface("fact")
package dev.tidegate.operations.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
