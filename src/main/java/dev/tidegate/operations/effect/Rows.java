package dev.tidegate.operations.effect;

import dev.tidegate.platform.sql.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows as columns, for {@code unnest}: one array a column, so that a set costs one statement. Each
 * column costs PostgreSQL a third of a microsecond a row, so where all rows agree on a value it is
 * sent once: the array stays empty, which {@code unnest} fills up with nulls, and the statement
 * takes {@code coalesce(a.column, same.column)}. At least one column must not be shared.
 *
 * <p>PostgreSQL's text has no NUL; where one was told, U+FFFD stands.
 */
public final class Rows<T> {
    private static final String[] NO_TEXTS = {};
    private static final long[] NO_NUMBERS = {};

    private final List<T> rows;
    private final List<Object> columns = new ArrayList<>();
    private final List<@Nullable Object> same = new ArrayList<>();

    private Rows(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Rows<T> of(List<T> rows) {
        return new Rows<>(rows);
    }

    public Rows<T> text(Function<? super T, @Nullable String> text) {
        columns.add(texts(text));
        return this;
    }

    public Rows<T> number(ToLongFunction<? super T> number) {
        columns.add(numbers(number));
        return this;
    }

    public Rows<T> optionalNumber(Function<? super T, @Nullable Long> number) {
        var column = new @Nullable Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number.apply(rows.get(i));
        }
        columns.add(column);
        return this;
    }

    /** As text, since the driver sends {@code text[]} in binary and {@code uuid[]} not. */
    public Rows<T> uuid(Function<? super T, @Nullable UUID> uuid) {
        return text(
                row -> {
                    var value = uuid.apply(row);
                    return value == null ? null : value.toString();
                });
    }

    public Rows<T> sharedText(Function<? super T, @Nullable String> text) {
        var column = texts(text);
        boolean agree = Arrays.stream(column).allMatch(value -> Objects.equals(value, column[0]));
        columns.add(agree ? NO_TEXTS : column);
        same.add(agree ? column[0] : null);
        return this;
    }

    public Rows<T> sharedNumber(ToLongFunction<? super T> number) {
        var column = numbers(number);
        boolean agree = Arrays.stream(column).allMatch(value -> value == column[0]);
        columns.add(agree ? NO_NUMBERS : column);
        same.add(agree ? column[0] : null);
        return this;
    }

    /** The arrays in the order of their columns, then the shared values in theirs. */
    public List<@Nullable Object> params() {
        var all = new ArrayList<@Nullable Object>(columns);
        all.addAll(same);
        return all;
    }

    private @Nullable String[] texts(Function<? super T, @Nullable String> text) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var value = text.apply(rows.get(i));
            column[i] = value == null ? null : Text.clean(value);
        }
        return column;
    }

    private long[] numbers(ToLongFunction<? super T> number) {
        var column = new long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number.applyAsLong(rows.get(i));
        }
        return column;
    }
}
