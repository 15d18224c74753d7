package dev.tidegate.operations.effect;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows as columns, for {@code unnest}: one array a column, so that a set costs one statement.
 * PostgreSQL's text has no NUL; where one was told, U+FFFD stands.
 */
public final class Columns {
    private Columns() {}

    public static <T> String[] texts(List<T> rows, Function<? super T, String> text) {
        var column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = clean(text.apply(rows.get(i)));
        }
        return column;
    }

    public static <T> @Nullable String[] optionalTexts(
            List<T> rows, Function<? super T, @Nullable String> text) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var value = text.apply(rows.get(i));
            column[i] = value == null ? null : clean(value);
        }
        return column;
    }

    public static <T> long[] longs(List<T> rows, ToLongFunction<? super T> number) {
        var column = new long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number.applyAsLong(rows.get(i));
        }
        return column;
    }

    public static <T> @Nullable Long[] optionalLongs(
            List<T> rows, Function<? super T, @Nullable Long> number) {
        var column = new @Nullable Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number.apply(rows.get(i));
        }
        return column;
    }

    public static <T> int[] ints(List<T> rows, ToIntFunction<? super T> number) {
        var column = new int[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number.applyAsInt(rows.get(i));
        }
        return column;
    }

    /** As text, since the driver sends {@code text[]} in binary and {@code uuid[]} not. */
    public static <T> @Nullable String[] uuids(
            List<T> rows, Function<? super T, @Nullable UUID> uuid) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var value = uuid.apply(rows.get(i));
            column[i] = value == null ? null : value.toString();
        }
        return column;
    }

    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
