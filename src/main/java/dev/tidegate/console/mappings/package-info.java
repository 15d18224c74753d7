/** Mappings: their versions and differences, and the studio in which one is written and tried. */
@NullMarked
package dev.tidegate.console.mappings;

import org.jspecify.annotations.NullMarked;
