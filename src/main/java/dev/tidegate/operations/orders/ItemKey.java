package dev.tidegate.operations.orders;

/** One item of an order. */
record ItemKey(String tenant, String kind, String number, String item)
        implements Comparable<ItemKey> {
    static final String SALES = "sales";

    @Override
    public int compareTo(ItemKey other) {
        int by = tenant.compareTo(other.tenant);
        if (by == 0) {
            by = kind.compareTo(other.kind);
        }
        if (by == 0) {
            by = number.compareTo(other.number);
        }
        return by != 0 ? by : item.compareTo(other.item);
    }
}
