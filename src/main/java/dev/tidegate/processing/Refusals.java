package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.FailureClass;
import dev.tidegate.platform.SourceId;
import dev.tidegate.processing.canonical.Problem;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Provenance;
import dev.tidegate.processing.document.Reading.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a dead letter says when a document could be read but an event of it could not. */
final class Refusals {
    private Refusals() {}

    /** The source, or the version of its mapping that was asked for, isn't known (any more). */
    static Failure noReading(SourceId source, String mapping) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "unknown_source",
                "/",
                mapping.isEmpty()
                        ? "no source '" + source + "' is defined"
                        : "no mapping version '"
                                + mapping
                                + "' is published for source '"
                                + source
                                + "'",
                "Define it with PUT /v1/sources/" + source + ", then reprocess.");
    }

    /** A field of the event, told by its canonical pointer and, where it can be, its raw place. */
    static Failure badField(Document document, EventType type, Problem problem) {
        return new Failure(
                problem.failureClass(),
                problem.code(),
                rawPlace(document, problem).orElse(document.ref()),
                "%s %s: %s".formatted(type.label(), problem.pointer(), problem.reason()),
                "Mend the value at its sender and send it anew, or mend the mapping and reprocess.");
    }

    private static Optional<String> rawPlace(Document document, Problem problem) {
        return Provenance.path(document.tree(), problem.offending())
                .map(path -> problem.isMissing() ? below(path, problem.path().getLast()) : path)
                .map(document.places()::at)
                .or(() -> document.places().likely(problem.path()))
                .or(() -> beside(document, problem));
    }

    /** What a line lacks is missing where the line's other values stand. */
    private static Optional<String> beside(Document document, Problem problem) {
        if (!problem.isMissing()
                || problem.path().size() < 3
                || !(problem.offending() instanceof Map<?, ?> line)) {
            return Optional.empty();
        }
        return line.values().stream()
                .map(value -> Provenance.path(document.tree(), value))
                .flatMap(Optional::stream)
                .findFirst()
                .map(path -> document.places().at(path.subList(0, path.size() - 1)));
    }

    private static List<Object> below(List<Object> path, Object field) {
        var longer = new ArrayList<>(path);
        longer.add(field);
        return longer;
    }

    static Failure noVersion(Document document, Draft draft) {
        var told = draft.tree().get("version");
        var place =
                told == null
                        ? Provenance.path(document.tree(), draft.tree().get("body"))
                                .map(path -> below(path, "version"))
                        : Provenance.path(document.tree(), told);
        return Failure.dataQuality(
                told == null ? "missing_field" : "not_a_version",
                place.map(document.places()::at).orElse(document.ref()),
                told == null
                        ? "/version: An order or a shipment tells its version, so that an older"
                                + " one never overwrites a newer one."
                        : "/version: A version is a whole number from 0, or a time.",
                "Tell version (a number that grows) or updated_at (a time) at the sender.");
    }

    static Failure noEvent() {
        return Failure.schemaDrift(
                "no_event",
                "",
                "The mapping made no event of this document.",
                "Publish a mapping version that reads such documents, then reprocess.");
    }

    static Failure notInContract(EventType type) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "type_not_in_contract",
                "",
                "The source's contract has no " + type.label() + ".",
                "Add the type to the source's contract, or ask the partner to send it elsewhere.");
    }

    static Failure nothingNamed(String what) {
        return Failure.schemaDrift(
                "missing_field",
                "",
                "The source's " + what + " names nothing in this document.",
                "Change the source's " + what + ", or mend the document.");
    }

    static Failure badKey(int lengthMax) {
        return Failure.dataQuality(
                "bad_key",
                "",
                "A key has 1 to " + lengthMax + " characters, none of them a control.",
                "Mend the key at the sender, or change the mapping.");
    }

    /** What a mapping itself said with {@code $reject}. */
    static Failure told(Map<?, ?> body) {
        return new Failure(
                failureClass(body.get("class")),
                text(body, "code"),
                text(body, "place"),
                text(body, "reason"),
                text(body, "next_step"));
    }

    static Failure tooLarge(int bytes, int bytesMax) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "document_too_large",
                "",
                "The message has " + bytes + " bytes; at most " + bytesMax + " are read.",
                "Send it in parts, or raise tidegate.processing.normaliser.document-size-max.");
    }

    static Failure tooManyEntries(int entriesMax) {
        return new Failure(
                FailureClass.POLICY_REJECTION,
                "too_many_entries",
                "",
                "The message has more than " + entriesMax + " entries.",
                "Send it in parts, or raise tidegate.processing.normaliser.entries-max.");
    }

    static Failure fault(Throwable surprise) {
        return new Failure(
                FailureClass.FAULT,
                "processing_fault",
                "",
                "Processing failed in a way that nobody foresaw: "
                        + surprise.getClass().getSimpleName()
                        + ".",
                "This is ours to mend: report it with the receipt, then reprocess.");
    }

    private static FailureClass failureClass(@Nullable Object label) {
        for (FailureClass failureClass : FailureClass.values()) {
            if (failureClass.label().equals(label)) {
                return failureClass;
            }
        }
        return FailureClass.DATA_QUALITY;
    }

    private static String text(Map<?, ?> body, String name) {
        var value = body.get(name);
        return value == null ? "" : value.toString();
    }
}
