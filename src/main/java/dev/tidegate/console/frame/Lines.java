package dev.tidegate.console.frame;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lines of a document as told: the columns that any line has.
 *
 * @param names of the members, such as {@code unit_price}
 */
public record Lines(List<String> names, List<List<String>> rows) {
    /** The order of columns; what is not named here follows. JSON of the database has none. */
    private static final List<String> ORDER =
            List.of(
                    "line",
                    "item",
                    "description",
                    "quantity",
                    "unit",
                    "unit_price",
                    "lot",
                    "order_number",
                    "location",
                    "requested_on");

    private static final Set<String> NUMBERS = Set.of("quantity", "unit_price", "amount");

    public static Lines of(@Nullable JsonNode lines) {
        if (lines == null) {
            return new Lines(List.of(), List.of());
        }
        var met = new TreeSet<String>();
        for (JsonNode line : lines) {
            for (var member : line.properties()) {
                if (!text(member.getValue()).isEmpty()) {
                    met.add(member.getKey());
                }
            }
        }
        var names = new LinkedHashSet<>(ORDER);
        names.retainAll(met);
        names.addAll(met);
        var rows = new ArrayList<List<String>>();
        for (JsonNode line : lines) {
            rows.add(names.stream().map(name -> text(line.path(name))).toList());
        }
        return new Lines(List.copyOf(names), rows);
    }

    /** {@code Unit price} for {@code unit_price}. */
    public static String title(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static boolean numeric(String name) {
        return NUMBERS.contains(name);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? ""
                : value.isContainer() ? value.toString() : value.asString();
    }
}
