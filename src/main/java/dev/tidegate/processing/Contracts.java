package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
import dev.tidegate.governance.drift.Departure;
import dev.tidegate.governance.source.SourceDefinition;
import dev.tidegate.processing.document.Failure;
import dev.tidegate.processing.document.Reading.Document;
import java.util.List;
import java.util.Optional;

/** What a source has agreed to send, held against what came. */
final class Contracts {
    private Contracts() {}

    static boolean allows(SourceDefinition source, EventType type) {
        var types = source.contract().types();
        return types.isEmpty() || types.contains(type.label());
    }

    /** The first required field that the document lacks. */
    static Optional<Failure> drift(SourceDefinition source, Document document) {
        for (String field : source.contract().requiredFields()) {
            if (document.tree().get(field) == null) {
                return Optional.of(missing(field, document));
            }
        }
        return Optional.empty();
    }

    /** Why a document is not applied that departs from its contract; empty where it may go on. */
    static Optional<Failure> breach(
            Prepared source, Document document, List<Departure> departures) {
        var breaking = departures.stream().filter(one -> !one.noted()).toList();
        return breaking.isEmpty()
                ? Optional.empty()
                : Optional.of(breach(source, document, breaking.getFirst(), breaking.size() - 1));
    }

    private static Failure breach(Prepared source, Document document, Departure first, int others) {
        return Failure.schemaDrift(
                first.kind().label(),
                document.places().at(first.place()),
                "%s: expected %s, observed %s (contract %d, %s)%s."
                        .formatted(
                                first.path(),
                                first.expected(),
                                first.observed(),
                                source.contract().version(),
                                first.document(),
                                others == 0 ? "" : "; " + others + " more"),
                "See GET /v1/findings?source="
                        + source.source().source()
                        + ". Accept a contract that allows it or ask the partner, mend the mapping where it"
                        + " reads the field, then reprocess.");
    }

    /** What a document is read on over, each a code and its place. */
    static List<String> notes(Document document, List<Departure> departures) {
        return departures.stream()
                .map(one -> one.kind().label() + " " + document.places().at(one.place()))
                .toList();
    }

    private static Failure missing(String field, Document document) {
        boolean column =
                document.variables().get("columns") instanceof List<?> columns
                        && !columns.contains(field);
        return Failure.schemaDrift(
                column ? "missing_column" : "missing_field",
                document.places().at(List.of(field)),
                "The source's contract requires \"%s\", which is not told.".formatted(field),
                "Ask the partner what changed; take the field out of the contract if it may be"
                        + " missing.");
    }
}
