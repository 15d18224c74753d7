package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.SchemaField;
import java.util.ArrayList;

/** What a contract asks each field to say: unit of a quantity, list of a code, classification. */
final class Semantics {
    private static final int PLACES_MAX = 20;

    private Semantics() {}

    /**
     * @throws dev.tidegate.platform.web.ProblemException 42201, with the first fields that don't
     */
    static void refuseLacking(Draft draft) {
        var places = new ArrayList<String>();
        for (SchemaField field : draft.schema().fields()) {
            var lacking = field.lacking(draft.attached().tags(field.name()));
            if (!lacking.isEmpty()) {
                places.add(field.pointer() + " lacks " + String.join(" and ", lacking));
            }
        }
        if (!places.isEmpty()) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Invalid schema: the subject requires semantics of each field (requireSemantics"
                            + " in its config), and %d fields don't tell them: %s",
                    places.size(),
                    String.join("; ", places.subList(0, Math.min(places.size(), PLACES_MAX))));
        }
    }
}
