package dev.tidegate.operations.orders;

/** One order of a tenant. */
record OrderKey(String tenant, String kind, String number) implements Comparable<OrderKey> {
    @Override
    public int compareTo(OrderKey other) {
        int by = tenant.compareTo(other.tenant);
        if (by == 0) {
            by = kind.compareTo(other.kind);
        }
        return by != 0 ? by : number.compareTo(other.number);
    }
}
