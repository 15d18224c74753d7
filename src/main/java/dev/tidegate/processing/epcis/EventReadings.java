package dev.tidegate.processing.epcis;

import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Fingerprint;
import dev.tidegate.processing.document.Reading;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One event, told in the names of EPCIS 2.0 JSON, to its document: brought into its form and
 * checked for what makes it an event at all. A mapping gets the whole event as JSON in {@code
 * $eventJson} and an id made of its contents in {@code $contentId} beside the tree.
 */
final class EventReadings {
    static final List<String> TYPES =
            List.of(
                    "ObjectEvent",
                    "AggregationEvent",
                    "TransactionEvent",
                    "TransformationEvent",
                    "AssociationEvent");
    private static final Pattern OFFSET = Pattern.compile("[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00)");

    private final EpcisSettings settings;

    EventReadings(EpcisSettings settings) {
        this.settings = settings;
    }

    /**
     * @param origin the place of a value of {@code raw}, where it can be told
     * @param place of the event itself
     */
    Reading read(
            String ref,
            Map<String, Object> raw,
            Function<Object, Optional<String>> origin,
            String place) {
        var form = new EventForm();
        var tree = form.event(raw);
        var json = EventJson.text(withoutRecordTime(tree));
        Fingerprint fingerprint = digest -> digest.update(json.getBytes(StandardCharsets.UTF_8));
        var places = new EventPlaces(tree, value -> origin.apply(form.origin(value)), place);
        var failure =
                json.length() > settings.eventLengthMax()
                        ? Optional.of(
                                Refusals.tooLong(place, json.length(), settings.eventLengthMax()))
                        : check(tree, places);
        return failure.isPresent()
                ? new Reading.Unreadable(ref, failure.get(), fingerprint)
                : new Reading.Document(
                        ref,
                        tree,
                        places,
                        fingerprint,
                        List.of(),
                        Map.of("eventJson", json, "contentId", ContentId.of(tree)));
    }

    /** It is the repository's to tell; told on capture it is ignored (EPCIS 2.0, 7.4.1). */
    private static Map<String, Object> withoutRecordTime(Map<String, Object> tree) {
        var kept = new LinkedHashMap<>(tree);
        kept.remove("recordTime");
        return kept;
    }

    private static Optional<Failure> check(Map<String, Object> tree, EventPlaces places) {
        if (!TYPES.contains(text(tree, "type"))) {
            return Optional.of(
                    tree.containsKey("type")
                            ? Refusals.unsupportedEvent(places.of("type"), text(tree, "type"))
                            : Refusals.missing(places.of("type"), "type"));
        }
        for (String required : List.of("eventTime", "eventTimeZoneOffset")) {
            if (!tree.containsKey(required)) {
                return Optional.of(Refusals.missing(places.of(required), required));
            }
        }
        if (!isTime(text(tree, "eventTime"))) {
            return Optional.of(Refusals.notATime(places.of("eventTime"), text(tree, "eventTime")));
        }
        return OFFSET.matcher(text(tree, "eventTimeZoneOffset")).matches()
                ? Optional.empty()
                : Optional.of(
                        Refusals.notAnOffset(
                                places.of("eventTimeZoneOffset"),
                                text(tree, "eventTimeZoneOffset")));
    }

    private static String text(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException notATime) {
            return false;
        }
    }
}
