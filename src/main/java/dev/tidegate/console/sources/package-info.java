/** Sources: how each is read, what it has agreed to send, and where it departs from that. */
@NullMarked
package dev.tidegate.console.sources;

import org.jspecify.annotations.NullMarked;
