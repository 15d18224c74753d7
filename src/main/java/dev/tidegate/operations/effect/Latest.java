package dev.tidegate.operations.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch's tellings, folded to the one of each key that can win, while every telling gets the fate
 * it would have had alone and in its turn.
 */
public final class Latest<K extends Comparable<K>, T extends Told<K>> {
    private final List<T> told;
    private final List<T> contenders;

    public Latest(List<T> told) {
        this.told = told;
        this.contenders = greatest(told);
    }

    private static <K extends Comparable<K>, T extends Told<K>> List<T> greatest(List<T> told) {
        var byKey = HashMap.<K, T>newHashMap(told.size());
        for (T one : told) {
            byKey.merge(one.key(), one, (a, b) -> a.stamp().compareTo(b.stamp()) < 0 ? b : a);
        }
        var all = new ArrayList<>(byKey.values());
        all.sort(Comparator.comparing(Told::key));
        return all;
    }

    /** One a key, in the order of keys: rows are locked in that order. */
    public List<T> contenders() {
        return contenders;
    }

    /**
     * @param met for each key whose contender won, the stamp it found, {@link Stamp#NONE} where
     *     there was nothing
     * @return for each telling, in order, whether it took effect; the others are stale
     */
    public boolean[] settle(Map<K, Stamp> met) {
        var highest = new HashMap<>(met);
        var took = new boolean[told.size()];
        for (int i = 0; i < took.length; i++) {
            var one = told.get(i);
            var before = highest.get(one.key());
            if (before != null && one.stamp().compareTo(before) > 0) {
                took[i] = true;
                highest.put(one.key(), one.stamp());
            }
        }
        return took;
    }
}
