package dev.tidegate.processing.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's functions of regular expressions, and those that would take room or time as they are
 * told: what they will do is counted first, then the library does it. A regular expression takes a
 * step for each character that it looks at, however often it goes back to it. Of one compiled
 * expression; not thread-safe.
 */
final class PatternFunctions {
    private Bounds bounds = new Bounds(0, 0);

    /** A function of ours that may be given a regular expression. */
    static final class Counting extends JFunction {
        Counting(Jsonata.JFunctionCallable function, String signature) {
            super(function, signature);
        }
    }

    void register(Jsonata expression) {
        register(expression, "match", "<s-f<s:o>n?:a<o>>", this::match);
        register(expression, "contains", "<s-(sf):b>", this::contains);
        register(expression, "replace", "<s-(sf)(sf)n?:s>", this::replace);
        register(expression, "split", "<s-(sf)n?:a<s>>", this::split);
        register(expression, "join", "<a<s>s?:s>", PatternFunctions::join);
        register(expression, "reduce", "<afj?:j>", PatternFunctions::reduce);
    }

    private interface Function {
        @Nullable Object apply(List<?> arguments);
    }

    private static void register(
            Jsonata expression, String name, String signature, Function function) {
        expression.registerFunction(
                name, new Counting((_, arguments) -> function.apply(arguments), signature));
    }

    /** From now on they count for this evaluation. */
    void countFor(Bounds bounds) {
        this.bounds = bounds;
    }

    private @Nullable Object match(List<?> arguments) {
        var text = text(arguments);
        matches(text, at(arguments, 1));
        return Functions.match(text, (Pattern) at(arguments, 1), number(arguments, 2));
    }

    private @Nullable Object contains(List<?> arguments) {
        var text = text(arguments);
        matches(text, at(arguments, 1));
        return Functions.contains(text, at(arguments, 1));
    }

    private @Nullable Object replace(List<?> arguments) {
        var text = text(arguments);
        var replacement = at(arguments, 2);
        long matches = matches(text, at(arguments, 1));
        if (text != null && replacement instanceof String by) {
            // each $0 or $1 stands for a part of what matched: all of them for the text at most
            long told = by.contains("$") ? (long) text.length() * by.length() : text.length();
            Bounds.refuseBeyond(told + matches * by.length());
        }
        return Functions.replace(text, at(arguments, 1), replacement, number(arguments, 3));
    }

    private @Nullable Object split(List<?> arguments) {
        var text = text(arguments);
        matches(text, at(arguments, 1));
        return Functions.split(text, at(arguments, 1), number(arguments, 2));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object join(List<?> arguments) {
        var texts = (List<String>) at(arguments, 0);
        var between = (String) at(arguments, 1);
        if (texts != null) {
            long size = between == null ? 0 : (long) between.length() * texts.size();
            for (String text : texts) {
                size += text.length();
            }
            Bounds.refuseBeyond(size);
        }
        return Functions.join(texts, between);
    }

    /** A lambda's steps are counted, the library's own functions would fold without end. */
    private static @Nullable Object reduce(List<?> arguments) {
        var function = at(arguments, 1);
        if (function instanceof JFunction) {
            throw new JException("$reduce takes a function($a, $b) of the mapping's own here", -1);
        }
        try {
            return Functions.foldLeft((List<?>) at(arguments, 0), function, at(arguments, 2));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often it is found; what it takes to find out is counted. */
    private long matches(@Nullable String text, @Nullable Object sought) {
        if (text == null) {
            return 0;
        }
        if (sought instanceof String literal) {
            return literal.isEmpty() ? text.length() : text.length() / literal.length();
        }
        if (!(sought instanceof Pattern pattern)) {
            return 0;
        }
        try {
            var matcher = pattern.matcher(new Counted(text));
            long found = 0;
            while (matcher.find()) {
                found++;
            }
            return found;
        } catch (StackOverflowError e) {
            throw new Bounds.Exceeded("more levels of a regular expression than there is room for");
        }
    }

    private static @Nullable String text(List<?> arguments) {
        return (String) at(arguments, 0);
    }

    private static @Nullable Integer number(List<?> arguments, int index) {
        return at(arguments, index) instanceof Number number ? number.intValue() : null;
    }

    private static @Nullable Object at(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** A text each of whose characters costs a step, each time it is looked at. */
    private final class Counted implements CharSequence {
        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            bounds.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
