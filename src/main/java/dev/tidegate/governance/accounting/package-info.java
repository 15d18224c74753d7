/** Conservation: accepted = applied + duplicate + stale + parked + dead + pending. */
@NullMarked
package dev.tidegate.governance.accounting;

import org.jspecify.annotations.NullMarked;
