/** Every endpoint, every scope, one's own things and another's: nothing passes the tenant walls. */
@NullMarked
package dev.tidegate.proof.walls;

import org.jspecify.annotations.NullMarked;
