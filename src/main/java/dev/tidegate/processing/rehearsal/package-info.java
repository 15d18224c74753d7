/** What a change of a mapping would do, told before it is made: kept bytes read both ways. */
@NullMarked
package dev.tidegate.processing.rehearsal;

import org.jspecify.annotations.NullMarked;
