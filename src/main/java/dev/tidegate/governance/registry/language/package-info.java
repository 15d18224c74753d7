/**
 * Schema languages: what a text means, how it is kept, and whether one schema reads what another
 * wrote.
 */
@NullMarked
package dev.tidegate.governance.registry.language;

import org.jspecify.annotations.NullMarked;
