/** What stands around every page: layout, assets, session's caller, and how values are written. */
@NullMarked
package dev.tidegate.console.frame;

import org.jspecify.annotations.NullMarked;
