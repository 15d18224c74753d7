package dev.tidegate.operations.journal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.platform.TenantId;

/** Events of one ordering key stand in one line. */
record Line(TenantId tenant, String orderingKey) {
    static Line of(CanonicalEvent event) {
        return new Line(event.tenant(), Keys.indexed(event.orderingKey()));
    }
}
