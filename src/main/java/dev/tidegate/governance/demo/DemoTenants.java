package dev.tidegate.governance.demo;

import dev.tidegate.platform.TenantId;
import java.util.List;

/** The tenants of the demo; each has a folder of data under {@code demo/}. */
final class DemoTenants {
    static final TenantId ACME = new TenantId("acme");
    static final TenantId GLOBEX = new TenantId("globex");
    static final TenantId INITECH = new TenantId("initech");
    static final List<TenantId> ALL = List.of(ACME, GLOBEX, INITECH);

    private DemoTenants() {}

    static String name(TenantId tenant) {
        if (tenant.equals(ACME)) {
            return "Acme Outdoor";
        }
        return tenant.equals(GLOBEX) ? "Globex Pharma" : "Initech Components";
    }
}
