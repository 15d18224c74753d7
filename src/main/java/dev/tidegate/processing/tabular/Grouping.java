package dev.tidegate.processing.tabular;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows make one document: consecutive ones of the same order or shipment, because an export
 * has a row for each line. Nothing is kept from one message to the next, so rows that belong
 * together must stand together.
 *
 * @param groupBy columns, of which the first with a value names the group
 * @param rowKey columns that give a row an identity of its own: with a value in one it stands alone
 */
record Grouping(List<String> groupBy, List<String> rowKey) {
    /** Rows that differ in one of these are told apart though they name the same group. */
    private static final List<String> VERSION =
            List.of("record_type", "kind", "version", "updated_at");

    /** The group's name and what is the same in all its rows. */
    record Group(String column, Object value, List<Object> version) {}

    static Grouping of(Map<String, String> parameters) {
        return new Grouping(
                names(parameters.getOrDefault("group_by", "shipment_number,order_number")),
                names(parameters.getOrDefault("row_key", "movement_id,count_id,milestone")));
    }

    private static List<String> names(String parameter) {
        return parameter.isBlank() ? List.of() : List.of(parameter.strip().split("\\s*,\\s*"));
    }

    /** The row's group; empty for a row that stands alone. */
    Optional<Group> group(Map<String, Object> row) {
        if (rowKey.stream().anyMatch(row::containsKey)) {
            return Optional.empty();
        }
        return groupBy.stream()
                .filter(row::containsKey)
                .findFirst()
                .map(column -> new Group(column, row.getOrDefault(column, ""), version(row)));
    }

    private static List<Object> version(Map<String, Object> row) {
        return VERSION.stream().map(column -> row.getOrDefault(column, "")).toList();
    }
}
