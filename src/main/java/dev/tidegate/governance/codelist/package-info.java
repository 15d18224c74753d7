/** Code lists: what a partner's codes mean, as data with versions. */
@NullMarked
package dev.tidegate.governance.codelist;

import org.jspecify.annotations.NullMarked;
