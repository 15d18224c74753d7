package dev.tidegate.governance.registry.language;

import java.util.List;

/** A JSON Schema; whether it reads another's data is for {@link Containment} to say. */
record JsonSchema(JsonDocument document, JsonText json, LanguageLimits limits)
        implements ReadSchema {
    @Override
    public String canonical() {
        return json.write(document.root());
    }

    @Override
    public String normalized() {
        return json.write(JsonText.sorted(document.root()));
    }

    @Override
    public List<SchemaField> fields() {
        return JsonFields.of(document.places());
    }

    @Override
    public List<Incompatibility> cannotRead(ReadSchema writer) {
        return writer instanceof JsonSchema other
                ? new Containment(limits.comparisonsMax())
                        .misfits(other.document.whole(), document.whole())
                : List.of(Incompatibility.ofAnotherLanguage());
    }
}
