package dev.tidegate.governance.accounting;

import dev.tidegate.platform.TenantId;

/** How much of a tenant's input waits to take effect; at most half a second old. */
public interface Backlog {
    /** Messages accepted but not processed, plus entries processed but without a fate. */
    long pending(TenantId tenant);
}
