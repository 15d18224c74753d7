package dev.tidegate.processing.epcis;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.processing.document.Failure;

/** What a dead letter says when an event can't be read, or none is there. */
final class Refusals {
    private static final String AT_THE_SENDER = "Mend the document at its sender and send it anew.";

    private Refusals() {}

    static Failure noEvents(String place) {
        return Failure.dataQuality(
                "empty_event_list",
                place,
                "The document has no event.",
                "Check the export at the sender: it wrote a document without events.");
    }

    static Failure notAnObject(String place) {
        return Failure.dataQuality(
                "not_an_object",
                place,
                "An event is a JSON object; this is something else.",
                AT_THE_SENDER);
    }

    static Failure unsupportedDocument(String place, String root) {
        return Failure.schemaDrift(
                "unsupported_type",
                place,
                "The document is a \"" + root + "\", which is not read here.",
                "Send an EPCISDocument, an EPCISQueryDocument, an EventList or an event.");
    }

    static Failure unsupportedEvent(String place, String type) {
        return Failure.schemaDrift(
                "unsupported_type",
                place,
                "\"" + type + "\" is none of " + String.join(", ", EventReadings.TYPES) + ".",
                "Send events of EPCIS 1.2 or 2.0.");
    }

    static Failure missing(String place, String field) {
        return Failure.dataQuality(
                "missing_field", place, "An event tells its " + field + ".", AT_THE_SENDER);
    }

    static Failure notATime(String place, String told) {
        return Failure.dataQuality(
                "not_a_timestamp",
                place,
                "\"" + told + "\" is no time with an offset, such as 2026-11-24T10:00:00+01:00.",
                AT_THE_SENDER);
    }

    static Failure notAnOffset(String place, String told) {
        return Failure.dataQuality(
                "not_an_offset",
                place,
                "\"" + told + "\" is no offset from UTC, such as +01:00.",
                AT_THE_SENDER);
    }

    static Failure duplicate(String place, String name) {
        return Failure.dataQuality(
                "duplicate_element",
                place,
                "The element " + name + " is told twice.",
                AT_THE_SENDER);
    }

    static Failure tooLong(String place, int length, int lengthMax) {
        return limit(
                place,
                "The event has %d characters as JSON; at most %d are kept."
                        .formatted(length, lengthMax));
    }

    static Failure limit(String place, String reason) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "limit_exceeded",
                place,
                reason,
                "Send smaller documents, or raise the limit in"
                        + " tidegate.processing.normaliser.epcis.");
    }

    static Failure malformed(String place, String reason) {
        return Failure.dataQuality("malformed_xml", place, reason, AT_THE_SENDER);
    }

    static Failure forbidden(String place, String what) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "forbidden_xml",
                place,
                "A document may hold no " + what + ".",
                "Send the document without it, its contents written out.");
    }
}
