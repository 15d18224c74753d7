/** The schema registry: subjects, their versions, and how one differs from another. */
@NullMarked
package dev.tidegate.console.schemas;

import org.jspecify.annotations.NullMarked;
