/** GS1's names for things: keys as URNs or Digital Links, words of the Core Business Vocabulary. */
@NullMarked
package dev.tidegate.platform.gs1;

import org.jspecify.annotations.NullMarked;
