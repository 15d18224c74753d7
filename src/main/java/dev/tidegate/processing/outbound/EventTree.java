package dev.tidegate.processing.outbound;

import dev.tidegate.contract.BodyJson;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as an outbound mapping is given them: {@code {"type", "key", "version", ...body}}, the
 * body as the API tells it. What is reported in lists is given as one, {@code {"type", "events":
 * [...]}}, even where it is one event alone, so that a mapping can't overlook the others.
 */
final class EventTree {
    /** Each event of these is a line of somebody's report. */
    private static final Set<EventType> LISTED =
            Set.of(
                    EventType.STOCK_COUNT,
                    EventType.STOCK_MOVEMENT,
                    EventType.SHIPMENT_MILESTONE,
                    EventType.VISIBILITY_EVENT);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventTree() {}

    static boolean isListed(EventType type) {
        return LISTED.contains(type);
    }

    static Map<String, Object> of(EventType type, List<Event> events) {
        if (!isListed(type)) {
            return one(events.getFirst());
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", type.label());
        var all = new ArrayList<Map<String, Object>>(events.size());
        events.forEach(event -> all.add(one(event)));
        tree.put("events", all);
        return tree;
    }

    private static Map<String, Object> one(Event event) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", event.type().label());
        tree.put("key", event.key());
        tree.put("version", Long.toString(event.version()));
        tree.putAll(object(BodyJson.of(event.body())));
        if (event.type() == EventType.VISIBILITY_EVENT) {
            tree.put("event", object(String.valueOf(event.body().get("event"))));
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String text) {
        return JSON.readValue(text, LinkedHashMap.class);
    }
}
