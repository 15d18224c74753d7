package dev.tidegate.processing;

import dev.tidegate.contract.EventType;
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
