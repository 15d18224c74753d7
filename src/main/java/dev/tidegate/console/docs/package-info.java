/** The documentation, served from the program at /docs without sign-in. */
@NullMarked
package dev.tidegate.console.docs;

import org.jspecify.annotations.NullMarked;
