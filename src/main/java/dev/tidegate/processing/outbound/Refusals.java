package dev.tidegate.processing.outbound;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** Why nothing was rendered. */
final class Refusals {
    private Refusals() {}

    static Failure unknownMapping(String label) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "unknown_mapping",
                "",
                "This tenant has published no mapping " + label + ".",
                "Publish it: POST /v1/mappings/"
                        + label.replaceFirst("@.*", "")
                        + "/versions with {\"expression\":\"...\"}.");
    }

    static Failure notOfOneType(List<EventType> types) {
        return Failure.dataQuality(
                "several_types",
                "",
                types.isEmpty()
                        ? "There is no event to render."
                        : "There are events of several types: "
                                + types.stream()
                                        .map(EventType::label)
                                        .collect(Collectors.joining(", "))
                                + ".",
                "Render those of one type: name one by its index.");
    }

    static Failure oneAtATime(EventType type) {
        return Failure.dataQuality(
                "several_events",
                "",
                "Each " + type.label() + " is a document of its own.",
                "Name one by its index; what is reported in lists (stock counts, movements,"
                        + " milestones, visibility events) is rendered together.");
    }

    static Failure tooManyEvents(int eventsMax) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "limit_exceeded",
                "",
                "More than " + eventsMax + " events.",
                "Render fewer at a time, or raise tidegate.outbound.events-max.");
    }

    static Failure parametersTooLarge(OutboundSettings limits) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "limit_exceeded",
                "",
                "More than "
                        + limits.parametersMax()
                        + " parameters, or one of more than "
                        + limits.parameterLengthMax()
                        + " characters.",
                "Tell fewer and shorter ones.");
    }

    /** A mapping's failure says what to do about a message; here it is an event that goes out. */
    static Failure notDrawn(Failure failure) {
        return new Failure(
                failure.failureClass(),
                failure.code(),
                failure.place(),
                failure.reason(),
                "Publish a version of the mapping that can draw this event.");
    }

    static Failure notWritten(String format) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "unknown_format",
                "/format",
                "Documents of the format " + format + " are read here, but not written.",
                "Let the mapping tell another format.");
    }

    static Failure unwritable(String format, String place, String reason) {
        return Failure.dataQuality(
                "unwritable",
                place,
                format + (place.isEmpty() ? "" : " " + place) + ": " + reason,
                "Draw it otherwise in a mapping of your own, or mend the event at its source.");
    }
}
