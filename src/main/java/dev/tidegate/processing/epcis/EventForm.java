package dev.tidegate.processing.epcis;

import dev.tidegate.platform.gs1.Cbv;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event in the one form that mappings see: the members of EPCIS 2.0 JSON in a fixed order, then
 * extensions by name. Words of the Core Business Vocabulary are bare, times in UTC, numbers without
 * idle zeros, blanks around texts gone; what is empty is left out. Ids stay as they are told.
 * Scalars of extensions are texts, since XML can't tell a number from one. One event's: it knows
 * which value came from which.
 */
final class EventForm {
    private static final Map<String, Shape> QUANTITY =
            Shape.members("epcClass", Shape.TEXT, "quantity", Shape.NUMBER, "uom", Shape.TEXT);
    private static final Map<String, Shape> PLACE = Shape.members("id", Shape.TEXT);
    private static final Map<String, Shape> ERROR =
            Shape.members(
                    "declarationTime",
                    Shape.TIME,
                    "reason",
                    Shape.word(Cbv.ERROR_REASON),
                    "correctiveEventIDs",
                    Shape.list(Shape.TEXT));
    private static final Map<String, Shape> EVENT = event();

    private final Map<Object, Object> origins = new IdentityHashMap<>();

    Map<String, Object> event(Map<String, Object> raw) {
        return object(raw, EVENT);
    }

    /** What a value of the form was made of; itself where it stayed. */
    Object origin(Object value) {
        return origins.getOrDefault(value, value);
    }

    <T> T made(T value, Object of) {
        if (value != of) {
            origins.put(value, of);
        }
        return value;
    }

    /** The members that are known, in their order, then the others by name. */
    Map<String, Object> object(Map<?, ?> raw, Map<String, Shape> members) {
        var formed = new LinkedHashMap<String, Object>();
        members.forEach((name, shape) -> put(formed, name, raw.get(name), shape));
        var others = new TreeMap<String, Object>();
        raw.forEach(
                (name, value) -> {
                    if (!members.containsKey(name)) {
                        others.put(String.valueOf(name), value);
                    }
                });
        others.forEach((name, value) -> put(formed, name, value, Shape.EXTENSION));
        return made(formed, raw);
    }

    private void put(Map<String, Object> formed, String name, @Nullable Object value, Shape shape) {
        if (value != null) {
            var shaped = shape.of(value, this);
            if (!isEmpty(shaped)) {
                formed.put(name, shaped);
            }
        }
    }

    List<Object> items(Object raw, Shape shape) {
        List<?> told = raw instanceof List<?> list ? list : List.of(raw);
        var items = new ArrayList<Object>(told.size());
        for (Object item : told) {
            items.add(shape.of(item, this));
        }
        return made(items, raw);
    }

    private static boolean isEmpty(Object shaped) {
        return switch (shaped) {
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static Map<String, Shape> event() {
        var text = Shape.TEXT;
        var ids = Shape.list(text);
        var quantities = Shape.list(Shape.object(QUANTITY));
        var event = new LinkedHashMap<String, Shape>();
        for (String name : List.of("type", "eventID")) {
            event.put(name, text);
        }
        event.put("eventTime", Shape.TIME);
        event.put("recordTime", Shape.TIME);
        event.put("eventTimeZoneOffset", text);
        event.put("errorDeclaration", Shape.object(ERROR));
        event.put("action", text);
        event.put("bizStep", Shape.word(Cbv.BUSINESS_STEP));
        event.put("disposition", Shape.word(Cbv.DISPOSITION));
        event.put("persistentDisposition", Shape.object(dispositions()));
        event.put("readPoint", Shape.place(PLACE));
        event.put("bizLocation", Shape.place(PLACE));
        event.put("parentID", text);
        event.put("transformationID", text);
        List.of("epcList", "childEPCs", "inputEPCList", "outputEPCList")
                .forEach(name -> event.put(name, ids));
        List.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
                .forEach(name -> event.put(name, quantities));
        event.put("bizTransactionList", typed("bizTransaction", Cbv.TRANSACTION_TYPE));
        event.put("sourceList", typed("source", Cbv.SOURCE_OR_DESTINATION_TYPE));
        event.put("destinationList", typed("destination", Cbv.SOURCE_OR_DESTINATION_TYPE));
        event.put("sensorElementList", Shape.list(Shape.object(SensorForm.ELEMENT)));
        event.put("ilmd", Shape.EXTENSION_OBJECT);
        return event;
    }

    private static Map<String, Shape> dispositions() {
        var words = Shape.list(Shape.word(Cbv.DISPOSITION));
        return Shape.members("set", words, "unset", words);
    }

    private static Shape typed(String name, Cbv vocabulary) {
        return Shape.list(
                Shape.object(Shape.members("type", Shape.word(vocabulary), name, Shape.TEXT)));
    }
}
