package dev.tidegate.operations.inventory;

/** One balance. Orders and goods in transit name no lot and stand on the one without. */
record StockKey(String tenant, String item, String location, String lot)
        implements Comparable<StockKey> {

    static StockKey withoutLot(String tenant, String item, String location) {
        return new StockKey(tenant, item, location, "");
    }

    @Override
    public int compareTo(StockKey other) {
        int by = tenant.compareTo(other.tenant);
        if (by == 0) {
            by = item.compareTo(other.item);
        }
        if (by == 0) {
            by = location.compareTo(other.location);
        }
        return by != 0 ? by : lot.compareTo(other.lot);
    }

    /** As facts name it: {@code item/location}, or {@code item/location/lot}. */
    String subject() {
        return lot.isEmpty() ? item + "/" + location : item + "/" + location + "/" + lot;
    }
}
