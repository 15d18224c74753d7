package dev.tidegate.governance.demo;

import dev.tidegate.governance.source.Mappings;
import dev.tidegate.governance.source.Sources;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.web.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources a tenant starts with: one a format, named after it, and the mappings by which
 * documents go out; they are examples to copy.
 */
public final class StartingSources {
    /** By name of source and mapping: the adapter. */
    private static final Map<String, String> ADAPTERS =
            Map.of(
                    "json", "json", "csv", "csv", "x12", "x12", "edifact", "edifact", "idoc", "xml",
                    "ubl", "xml", "cxml", "xml", "gs1", "xml", "epcis", "epcis");

    /** Initech has agreed on no invoices: one that comes is a policy's refusal. */
    private static final List<String> WITHOUT_INVOICES =
            List.of(
                    "order",
                    "order_response",
                    "shipment",
                    "shipment_milestone",
                    "stock_movement",
                    "stock_count");

    /** Formats that documents go out in, each by the mapping {@code to-<name>}. */
    private static final List<String> OUTBOUND =
            List.of("json", "csv", "ubl", "idoc", "epcis", "x12", "edifact");

    private final Sources sources;
    private final Mappings mappings;

    public StartingSources(Sources sources, Mappings mappings) {
        this.sources = sources;
        this.mappings = mappings;
    }

    /** Makes those that are missing; one that a person changed stays as it is. */
    void ensure(TenantId tenant) {
        var caller = new Caller(tenant, "tidegate", Set.of());
        ADAPTERS.forEach(
                (name, adapter) -> {
                    if (sources.isMissing(tenant, new SourceId(name))) {
                        var types =
                                tenant.equals(DemoTenants.INITECH) && name.equals("json")
                                        ? WITHOUT_INVOICES
                                        : List.<String>of();
                        sources.begin(
                                caller,
                                new SourceId(name),
                                adapter,
                                StartingMappings.text(name),
                                types);
                    }
                });
        OUTBOUND.forEach(
                name ->
                        mappings.begin(
                                caller, "to-" + name, StartingMappings.text("outbound/" + name)));
    }
}
