/** Settings: every limit has a name, and a name nobody knows stops the start. */
@NullMarked
package dev.tidegate.platform.settings;

import org.jspecify.annotations.NullMarked;
