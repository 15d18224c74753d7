/** What changed, told outside: packed in the transaction of the change, sent by a relay. */
@NullMarked
package dev.tidegate.operations.fact;

import org.jspecify.annotations.NullMarked;
