/** What a source has agreed to send, field by field: the words in which a contract is written. */
@NullMarked
package dev.tidegate.governance.agreement;

import org.jspecify.annotations.NullMarked;
