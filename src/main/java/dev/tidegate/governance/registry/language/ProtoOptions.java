package dev.tidegate.governance.registry.language;

import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.OptionElement;
import dev.tidegate.governance.registry.language.SchemaField.Kind;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the options of a field say: {@code (tidegate.unit)}, {@code (tidegate.code_list)}, {@code
 * (tidegate.classification)}, and the tags of {@code (confluent.field_meta)}.
 */
final class ProtoOptions {
    private static final Set<String> QUANTITIES = Set.of("double", "float");

    private ProtoOptions() {}

    /** An enum isn't told from a message by its name alone, so that none counts as a code. */
    static SchemaField described(String message, FieldElement field) {
        return new SchemaField(
                "/" + message + "/" + field.getName(),
                field.getName(),
                QUANTITIES.contains(field.getType()) ? Kind.QUANTITY : Kind.OTHER,
                option(field, "tidegate.unit"),
                option(field, "tidegate.code_list"),
                option(field, "tidegate.classification") + option(field, "confluent.field_meta"));
    }

    private static String option(FieldElement field, String name) {
        return field.getOptions().stream()
                .filter(option -> option.getName().equals(name))
                .map(OptionElement::getValue)
                .map(Object::toString)
                .collect(Collectors.joining());
    }
}
