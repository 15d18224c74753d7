package dev.tidegate.processing.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Column names held against templates of them. */
final class Templates {
    private Templates() {}

    /**
     * The names that {@code columns} lack of the template of that type, or of the nearest where no
     * template has the type: {@code item, quantity}. Nothing where none is lacking.
     *
     * @param templates type to the names it requires, with blanks between
     */
    static @Nullable String lacking(
            @Nullable Object columns, @Nullable Object templates, @Nullable String type) {
        if (!(columns instanceof List<?> present) || !(templates instanceof Map<?, ?> byType)) {
            return null;
        }
        var required = byType.get(type);
        if (required != null) {
            return lacking(present, required);
        }
        return byType.values().stream()
                .map(names -> lacking(present, names))
                .map(lacking -> lacking == null ? "" : lacking)
                .min(
                        Comparator.comparingLong(
                                lacking -> lacking.chars().filter(c -> c == ',').count()))
                .filter(lacking -> !lacking.isEmpty())
                .orElse(null);
    }

    private static @Nullable String lacking(List<?> present, Object required) {
        String names = required.toString();
        if (hasAll(present, names)) {
            return null;
        }
        return Arrays.stream(names.split(" "))
                .filter(name -> !present.contains(name))
                .collect(Collectors.joining(", "));
    }

    private static boolean hasAll(List<?> present, String names) {
        int begin = 0;
        while (begin < names.length()) {
            int end = names.indexOf(' ', begin);
            end = end < 0 ? names.length() : end;
            if (!present.contains(names.substring(begin, end))) {
                return false;
            }
            begin = end + 1;
        }
        return true;
    }
}
