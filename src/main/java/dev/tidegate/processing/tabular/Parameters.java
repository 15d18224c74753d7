package dev.tidegate.processing.tabular;

import java.util.List;
import java.util.Map;

/** What a source's parameters say of its tables. */
final class Parameters {
    private Parameters() {}

    /** A list parted by commas; empty where it isn't told. */
    static List<String> names(Map<String, String> parameters, String name) {
        String told = parameters.getOrDefault(name, "");
        return told.isBlank() ? List.of() : List.of(told.strip().split("\\s*,\\s*"));
    }

    /** The row that names the columns; 0 where it isn't told. */
    static int headerRow(Map<String, String> parameters) {
        String told = parameters.getOrDefault("header_row", "0").strip();
        if (!told.matches("[0-9]{1,7}")) {
            throw new BadParameter("header_row", "it is the number of a row");
        }
        return Integer.parseInt(told);
    }

    static char decimalMark(Map<String, String> parameters) {
        return parameters.getOrDefault("decimal_mark", ".").strip().equals(",") ? ',' : '.';
    }
}
