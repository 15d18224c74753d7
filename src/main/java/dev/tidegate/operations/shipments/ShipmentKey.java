package dev.tidegate.operations.shipments;

/** One shipment of a tenant. */
record ShipmentKey(String tenant, String number) implements Comparable<ShipmentKey> {
    @Override
    public int compareTo(ShipmentKey other) {
        int by = tenant.compareTo(other.tenant);
        return by != 0 ? by : number.compareTo(other.number);
    }
}
