/** Keys kept in files of the home folder, and what is done with them. */
@NullMarked
package dev.tidegate.platform.secret;

import org.jspecify.annotations.NullMarked;
