/** Sources and mappings: how a partner's language is read, as data. */
@NullMarked
package dev.tidegate.governance.source;

import org.jspecify.annotations.NullMarked;
