package dev.tidegate.processing.tabular;

import dev.tidegate.processing.tabular.FixedColumn.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The columns of a fixed-width row, as the source's parameter {@code layout} tells them: one after
 * the other, parted by semicolons or line breaks, each {@code name start length}, and where it
 * needs them {@code left} or {@code right}, and {@code decimals 2}. The first character is 1.
 */
record FixedLayout(List<FixedColumn> columns) {
    private static final int POSITION_MAX = 100_000;
    private static final Pattern PARTED = Pattern.compile("\\s*[;\\r\\n]+\\s*");
    private static final Pattern COLUMN =
            Pattern.compile(
                    "(\\S+)\\s+(\\d{1,6})\\s+(\\d{1,6})(?:\\s+(left|right))?"
                            + "(?:\\s+decimals\\s+(\\d{1,2}))?");

    /**
     * @throws BadParameter where it is no layout
     */
    static FixedLayout of(String layout, int columnsMax) {
        var columns = new ArrayList<FixedColumn>();
        int end = 0;
        for (String told : PARTED.split(layout.strip())) {
            if (told.isBlank()) {
                continue;
            }
            var column = column(told);
            if (column.start() < end) {
                throw new BadParameter(
                        "layout", "\"" + column.name() + "\" begins before the one before it ends");
            }
            end = column.end();
            columns.add(column);
        }
        if (columns.isEmpty() || columns.size() > columnsMax) {
            throw new BadParameter(
                    "layout", "it has to name between 1 and " + columnsMax + " columns");
        }
        return new FixedLayout(List.copyOf(columns));
    }

    private static FixedColumn column(String told) {
        var found = COLUMN.matcher(told);
        if (!found.matches()) {
            throw new BadParameter(
                    "layout",
                    "\"" + told + "\" is no column; one is \"quantity 21 9 right decimals 3\"");
        }
        int start = Integer.parseInt(found.group(2));
        int length = Integer.parseInt(found.group(3));
        if (start < 1 || length < 1 || start + length > POSITION_MAX) {
            throw new BadParameter(
                    "layout",
                    "\"" + found.group(1) + "\" should stand between 1 and " + POSITION_MAX);
        }
        var decimals =
                found.group(5) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(found.group(5)));
        boolean right = "right".equals(found.group(4)) || decimals.isPresent();
        return new FixedColumn(
                found.group(1),
                start - 1,
                length,
                right ? Alignment.RIGHT : Alignment.LEFT,
                decimals);
    }

    Header header() {
        return Header.of(columns.stream().map(FixedColumn::name).toList());
    }

    int width() {
        return columns.getLast().end();
    }
}
