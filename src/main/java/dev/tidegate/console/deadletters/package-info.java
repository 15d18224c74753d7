/** What could not be understood or waits, by its cause, and the way to mend it. */
@NullMarked
package dev.tidegate.console.deadletters;

import org.jspecify.annotations.NullMarked;
