/** The bytes around a place of a message, for a person who has to mend it. */
@NullMarked
package dev.tidegate.operations.excerpt;

import org.jspecify.annotations.NullMarked;
