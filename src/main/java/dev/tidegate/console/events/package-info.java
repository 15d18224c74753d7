/** The explorer: every entry and its fate, and a message's way from bytes to effects. */
@NullMarked
package dev.tidegate.console.events;

import org.jspecify.annotations.NullMarked;
