package dev.tidegate.governance.demo;

import dev.tidegate.governance.identity.Directory;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what is missing: clients and, with the demo, tenants and their sources before the first
 * request can come; the demo's data after the start, beside the first requests.
 */
public final class FirstStart {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final DemoSettings settings;
    private final DemoData data;

    public FirstStart(
            DemoSettings settings,
            Directory directory,
            Credentials credentials,
            StartingSources sources,
            DemoData data) {
        this.settings = settings;
        this.data = data;
        if (settings.enabled()) {
            for (var tenant : DemoTenants.ALL) {
                directory.addTenant(tenant, DemoTenants.name(tenant));
                sources.ensure(tenant);
            }
        }
        credentials.ensure(settings.enabled() ? DemoTenants.ALL : List.of());
    }

    /** After the start. */
    public void sendData() {
        if (settings.enabled()) {
            Thread.ofVirtual().name("demo").start(this::send);
        }
    }

    private void send() {
        try {
            data.sendOnce();
        } catch (RuntimeException e) {
            log.warn("the demo's data will be sent at the next start: {}", e.toString());
        }
    }
}
