package dev.tidegate.cli;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of which some are known later, though their names are known now: who asks for one of
 * those waits. So the server's own start goes on while PostgreSQL and the broker start.
 */
final class LateSettings extends AbstractMap<String, String> {
    private final Map<String, String> known;
    private final Set<String> lateNames;
    private final Supplier<Map<String, String>> late;

    LateSettings(
            Map<String, String> known, Set<String> lateNames, Supplier<Map<String, String>> late) {
        this.known = Map.copyOf(known);
        this.lateNames = Set.copyOf(lateNames);
        this.late = late;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return lateNames.contains(name) ? late.get().get(name) : known.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return lateNames.contains(name) || known.containsKey(name);
    }

    @Override
    public Set<String> keySet() {
        var names = new HashSet<>(known.keySet());
        names.addAll(lateNames);
        return names;
    }

    /** Waits for all. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        var all = new HashMap<>(known);
        all.putAll(late.get());
        return all.entrySet();
    }
}
