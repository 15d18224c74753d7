package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.Places;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places of an event's values in its original: what a value was made of says where it stands; of
 * what isn't told, the nearest that is.
 *
 * @param origin the place of a value, where it can be told
 * @param event the place of the event itself
 */
record EventPlaces(
        Map<String, Object> tree, Function<Object, Optional<String>> origin, String event)
        implements Places {
    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    /** Of a member of the event. */
    String of(String name) {
        return at(List.of(name));
    }

    @Override
    public String at(List<Object> path) {
        String place = event;
        Object node = tree;
        for (Object step : path) {
            node = child(node, step);
            var told = node == null ? Optional.<String>empty() : origin.apply(node);
            String above = place;
            place = told.orElseGet(() -> below(above, step));
        }
        return place;
    }

    /** Under the path, not behind the line and column that may follow it. */
    private static String below(String place, Object step) {
        int end = place.indexOf(" (");
        String path = end < 0 ? place : place.substring(0, end);
        String rest = end < 0 ? "" : place.substring(end);
        return Places.pointer(path.equals("/") ? "" : path, List.of(step)) + rest;
    }

    /** A canonical field at the top has the name of its member, in another case. */
    @Override
    public Optional<String> likely(List<Object> canonicalPath) {
        String name = String.valueOf(canonicalPath.getFirst()).replaceFirst("_id$", "ID");
        return Optional.of(
                of(UNDERSCORE.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))));
    }

    private static @Nullable Object child(@Nullable Object node, Object step) {
        return switch (node) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list when step instanceof Integer at && at < list.size() -> list.get(at);
            case null, default -> null;
        };
    }
}
