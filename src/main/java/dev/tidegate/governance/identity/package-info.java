/** Tenants, clients, tokens. */
@NullMarked
package dev.tidegate.governance.identity;

import org.jspecify.annotations.NullMarked;
