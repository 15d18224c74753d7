package dev.tidegate.platform.web;

import java.util.List;

/** The OAuth 2 scopes there are. One that ends in {@code :write} holds its {@code :read} too. */
public final class Scopes {
    /** Send messages, and look up what became of them: receipts, raw bytes. */
    public static final String INGEST_WRITE = "ingest:write";

    public static final String ORDERS_READ = "orders:read";
    public static final String ORDERS_WRITE = "orders:write";
    public static final String INVENTORY_READ = "inventory:read";
    public static final String INVENTORY_WRITE = "inventory:write";
    public static final String SHIPMENTS_READ = "shipments:read";
    public static final String DEAD_LETTERS_OPERATE = "dead-letters:operate";

    /** Sources and mappings. */
    public static final String MAPPINGS_READ = "mappings:read";

    public static final String MAPPINGS_WRITE = "mappings:write";
    public static final String AUDIT_READ = "audit:read";
    public static final String EXPORTS_CREATE = "exports:create";
    public static final String FORECASTS_APPROVE = "forecasts:approve";

    /** Of the platform's own tenant only. */
    public static final String TENANTS_ADMIN = "tenants:admin";

    /** All that a tenant may give to its own clients. */
    public static final List<String> OF_A_TENANT =
            List.of(
                    INGEST_WRITE,
                    ORDERS_READ,
                    ORDERS_WRITE,
                    INVENTORY_READ,
                    INVENTORY_WRITE,
                    SHIPMENTS_READ,
                    DEAD_LETTERS_OPERATE,
                    MAPPINGS_READ,
                    MAPPINGS_WRITE,
                    AUDIT_READ,
                    EXPORTS_CREATE,
                    FORECASTS_APPROVE);

    private Scopes() {}
}
