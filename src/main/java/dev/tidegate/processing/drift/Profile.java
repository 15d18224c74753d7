package dev.tidegate.processing.drift;

import dev.tidegate.governance.agreement.DatePattern;
import dev.tidegate.processing.document.Numbers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What values stood at one place of many documents. */
final class Profile {
    private static final int MEMBERS_MAX = 500;
    private static final int VALUES_MAX = 50;

    final Map<String, Profile> members = new LinkedHashMap<>();
    final Set<String> values = new LinkedHashSet<>();
    Optional<Profile> items = Optional.empty();
    long told;
    long objects;
    long lists;
    long booleans;
    long numbers;
    long wholes;
    long longest;
    boolean manyValues;
    private @Nullable List<DatePattern> patterns;

    void add(Object value) {
        told++;
        switch (value) {
            case Map<?, ?> map -> addObject(map);
            case List<?> list -> addList(list);
            default -> addLeaf(value);
        }
    }

    private void addObject(Map<?, ?> map) {
        objects++;
        map.forEach(
                (name, value) -> {
                    String member = String.valueOf(name);
                    if (Walk.isTold(value)
                            && (members.size() < MEMBERS_MAX || members.containsKey(member))) {
                        members.computeIfAbsent(member, _ -> new Profile()).add(value);
                    }
                });
    }

    private void addList(List<?> list) {
        lists++;
        var each = items.orElseGet(Profile::new);
        items = Optional.of(each);
        for (Object item : list) {
            if (Walk.isTold(item)) {
                each.add(item);
            }
        }
    }

    private void addLeaf(Object value) {
        String text = value.toString().strip();
        longest = Math.max(longest, text.length());
        if (value instanceof Boolean) {
            booleans++;
        }
        var number = text.matches("-?0[0-9].*") ? null : Numbers.decimal(value);
        if (number != null) {
            numbers++;
            wholes += number.stripTrailingZeros().scale() <= 0 ? 1 : 0;
        }
        var fitting = DatePattern.fitting(text);
        var before = patterns;
        patterns =
                before == null ? fitting : before.stream().filter(one -> one.fits(text)).toList();
        if (values.size() < VALUES_MAX) {
            values.add(text);
        } else if (!values.contains(text)) {
            manyValues = true;
        }
    }

    /**
     * Those in which every value is written; each value fits one only where the patterns differ.
     */
    List<DatePattern> patterns() {
        var fitting = patterns;
        return fitting == null ? List.of() : fitting;
    }

    long leaves() {
        return told - objects - lists;
    }

    /** What was told once there, together with what was told in lists. */
    Profile itemsWithSingles() {
        var each = items.orElseGet(Profile::new);
        if (objects > 0) {
            each.objects += objects;
            each.told += objects;
            members.forEach(
                    (name, other) ->
                            each.members.merge(name, other, (known, more) -> known.with(more)));
        }
        return each;
    }

    private Profile with(Profile other) {
        told += other.told;
        objects += other.objects;
        lists += other.lists;
        booleans += other.booleans;
        numbers += other.numbers;
        wholes += other.wholes;
        longest = Math.max(longest, other.longest);
        values.addAll(other.values);
        manyValues = manyValues || other.manyValues || values.size() > VALUES_MAX;
        var mine = patterns;
        var others = other.patterns;
        patterns =
                mine == null
                        ? others
                        : others == null ? mine : mine.stream().filter(others::contains).toList();
        items = items.isPresent() ? items : other.items;
        other.members.forEach(
                (name, more) -> members.merge(name, more, (known, one) -> known.with(one)));
        return this;
    }
}
