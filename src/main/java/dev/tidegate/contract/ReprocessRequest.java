package dev.tidegate.contract;

import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request, on the topic {@code reprocess}, to read one entry's bytes again. The bytes stay where
 * they are; only their address travels.
 *
 * @param id the entry that is dead or parked
 * @param ref its place in the original, by which it is found again when a newer mapping makes
 *     another number of entries
 * @param entries entries that the message had
 * @param attempt of the events to come: one more than the entry's last
 */
public record ReprocessRequest(
        TenantId tenant, SourceId source, EventId id, String ref, int entries, int attempt) {
    /** Above every index of a first reading; each attempt has its own range. */
    private static final int INDEXES_AN_ATTEMPT = 10_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * Which of a message's events take the entry's place: the one of its index where there are as
     * many as before, else those of its ref. The first keeps the index; the others get indexes of
     * their own, far above any that the message had.
     */
    public List<CanonicalEvent> pick(List<CanonicalEvent> all) {
        if (all.size() == entries && id.index() < entries) {
            return List.of(again(all.get(id.index()), id.index()));
        }
        var picked = new ArrayList<CanonicalEvent>();
        for (CanonicalEvent event : all) {
            if (event.ref().equals(ref)) {
                int index =
                        picked.isEmpty()
                                ? id.index()
                                : attempt * INDEXES_AN_ATTEMPT + event.id().index();
                picked.add(again(event, index));
            }
        }
        return picked.isEmpty() ? List.of(again(all.getFirst(), id.index())) : picked;
    }

    private CanonicalEvent again(CanonicalEvent event, int index) {
        return event.again(new EventId(id.address(), index), entries, attempt);
    }

    public byte[] toBytes() {
        var all = new LinkedHashMap<String, Object>();
        all.put("tenant", tenant.value());
        all.put("source", source.value());
        all.put("lane", id.address().lane().ordinal());
        all.put("partition", id.address().partition());
        all.put("offset", id.address().offset());
        all.put("index", id.index());
        all.put("ref", ref);
        all.put("entries", entries);
        all.put("attempt", attempt);
        return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
    }

    public static ReprocessRequest of(byte[] bytes) {
        var all = JSON.readValue(bytes, OBJECT);
        var address =
                new RawAddress(
                        Lane.of(number(all, "lane")),
                        number(all, "partition"),
                        longNumber(all, "offset"));
        return new ReprocessRequest(
                new TenantId(text(all, "tenant")),
                new SourceId(text(all, "source")),
                new EventId(address, number(all, "index")),
                text(all, "ref"),
                number(all, "entries"),
                number(all, "attempt"));
    }

    private static String text(Map<String, Object> all, String name) {
        return String.valueOf(all.get(name));
    }

    private static int number(Map<String, Object> all, String name) {
        return Math.toIntExact(longNumber(all, name));
    }

    private static long longNumber(Map<String, Object> all, String name) {
        if (all.get(name) instanceof Number value) {
            return value.longValue();
        }
        throw new IllegalArgumentException("a reprocess request without " + name);
    }
}
