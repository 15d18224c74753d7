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
 * @param groupVersion columns in which the rows of a group agree: where they differ they are told
 *     apart though they name the same group
 */
record Grouping(List<String> groupBy, List<String> rowKey, List<String> groupVersion) {
    /** The group's name and what is the same in all its rows. */
    record Group(String column, Object value, List<Object> version) {}

    static Grouping of(Map<String, String> parameters) {
        return new Grouping(
                names(parameters.getOrDefault("group_by", "shipment_number,order_number")),
                names(parameters.getOrDefault("row_key", "movement_id,count_id,milestone")),
                names(
                        parameters.getOrDefault(
                                "group_version", "record_type,kind,version,updated_at")));
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

    private List<Object> version(Map<String, Object> row) {
        return groupVersion.stream().map(column -> row.getOrDefault(column, "")).toList();
    }
}
