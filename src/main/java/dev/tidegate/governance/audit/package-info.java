/** Who did what: a row in the transaction of each act. */
@NullMarked
package dev.tidegate.governance.audit;

import org.jspecify.annotations.NullMarked;
