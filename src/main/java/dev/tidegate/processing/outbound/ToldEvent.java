package dev.tidegate.processing.outbound;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Renderer.Event;
import dev.tidegate.processing.canonical.Bodies;
import dev.tidegate.processing.canonical.Bodies.Converted;
import dev.tidegate.processing.canonical.Identity;
import dev.tidegate.processing.document.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event that the caller tells, checked by the canonical schema like one that was mapped. */
final class ToldEvent {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private ToldEvent() {}

    static Event read(JsonNode told) {
        if (!told.isObject()) {
            throw RenderingProblems.field("/event", "it is an object").asException();
        }
        var type = type(told.path("type").asString(""));
        long version = version(told);
        var tree = tree(told);
        return switch (Bodies.convert(type, tree, true)) {
            case Converted.Refused(var problem) ->
                    throw RenderingProblems.field("/event" + problem.pointer(), problem.reason())
                            .asException();
            case Converted.Body(var body, var _) ->
                    new Event(type, Identity.key(type, body), version, body);
        };
    }

    private static EventType type(String label) {
        return events().filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                RenderingProblems.field(
                                                "/event/type",
                                                "it is one of "
                                                        + events().map(EventType::label)
                                                                .collect(Collectors.joining(", ")))
                                        .asException());
    }

    private static Stream<EventType> events() {
        return Arrays.stream(EventType.values()).filter(type -> type != EventType.DEAD_LETTER);
    }

    /** A whole number from 0; 0 where none is told. */
    private static long version(JsonNode told) {
        String text = told.path("version").asString("0");
        var number = Numbers.decimal(text);
        if (number == null
                || number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw RenderingProblems.field("/event/version", "it is no whole number from 0")
                    .asException();
        }
        return number.longValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(JsonNode told) {
        Map<String, Object> tree = JSON.readValue(told.toString(), LinkedHashMap.class);
        tree.remove("key");
        return tree;
    }
}
