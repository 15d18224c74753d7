package dev.tidegate.processing.rehearsal;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a message as it is read now and as the candidate reads it; one of them is missing
 * where only the other way of reading has such an entry.
 */
record Change(@Nullable CanonicalEvent before, @Nullable CanonicalEvent after) {
    /** What the candidate does to an entry. */
    enum Kind {
        /** The same event. */
        SAME,
        /** Another event, or dead for another reason. */
        CHANGED,
        /** Dead before, read by the candidate. */
        FIXED,
        /** Read before, dead under the candidate. */
        BROKEN,
        /** Only the candidate has it. */
        ADDED,
        /** Only the present mapping has it. */
        REMOVED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A message's entries in pairs: those of one place in the original, in their order. */
    static List<Change> of(List<CanonicalEvent> before, List<CanonicalEvent> after) {
        var changes = new ArrayList<Change>(before.size());
        var left = new LinkedHashMap<String, List<CanonicalEvent>>();
        after.forEach(
                event -> left.computeIfAbsent(event.ref(), _ -> new ArrayList<>()).add(event));
        for (CanonicalEvent event : before) {
            var others = left.getOrDefault(event.ref(), List.of());
            changes.add(new Change(event, others.isEmpty() ? null : others.removeFirst()));
        }
        left.values().forEach(rest -> rest.forEach(event -> changes.add(new Change(null, event))));
        return changes;
    }

    Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        if (after == null) {
            return Kind.REMOVED;
        }
        if (isDead(before) != isDead(after)) {
            return isDead(before) ? Kind.FIXED : Kind.BROKEN;
        }
        return told(before).equals(told(after)) ? Kind.SAME : Kind.CHANGED;
    }

    /** Of which the entry is, whichever way it is read. */
    CanonicalEvent either() {
        return before != null ? before : Objects.requireNonNull(after);
    }

    /** Who the other party is, as either reading tells it; empty where neither does. */
    String partner() {
        return Optional.ofNullable(after)
                .flatMap(Change::partner)
                .or(() -> Optional.ofNullable(before).flatMap(Change::partner))
                .orElse("");
    }

    private static Optional<String> partner(CanonicalEvent event) {
        if (!event.body().hasField("partner")
                || !(event.body().get("partner") instanceof GenericRecord party)) {
            return Optional.empty();
        }
        return List.of("gln", "duns", "code", "name").stream()
                .map(party::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }

    /**
     * All that the change comes to, in one text: the entry's place, and what it was and would be.
     * The same for the same difference, whenever it is looked at.
     */
    String told() {
        return String.join(
                "\n",
                either().id().toString(),
                either().ref(),
                kind().label(),
                before == null ? "" : String.valueOf(told(before)),
                after == null ? "" : String.valueOf(told(after)));
    }

    /** What makes an event this one: all but which mapping's version read it. */
    private static Map<String, Object> told(CanonicalEvent event) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", event.type().label());
        told.put("key", event.key());
        told.put("ordering_key", event.orderingKey());
        told.put("version", event.version());
        told.put("dedupe", event.dedupe());
        told.put("findings", event.findings());
        if (isDead(event)) {
            for (String field : List.of("class", "code", "place", "reason")) {
                told.put(field, String.valueOf(event.body().get(field)));
            }
        } else {
            told.put("content", event.content());
        }
        return told;
    }

    static boolean isDead(CanonicalEvent event) {
        return event.type() == EventType.DEAD_LETTER;
    }
}
