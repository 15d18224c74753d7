/** Tidegate: one program, many deployments. */
@NullMarked
package dev.tidegate;

import org.jspecify.annotations.NullMarked;
