package dev.tidegate.governance.registry.language;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * An Avro schema; whether it reads another's data is for Avro's own resolution rules to say.
 *
 * @param others named types that its text refers to without defining them
 */
record AvroSchema(Schema schema, List<Schema> others, JsonText json) implements ReadSchema {
    @Override
    public String canonical() {
        return schema.toString(others, false);
    }

    /** Avro itself writes the attributes that it knows in one order: the rest is put in order. */
    @Override
    public String normalized() {
        try {
            return json.write(AvroOrder.of(json.read(canonical())));
        } catch (JsonText.Broken e) {
            throw new IllegalStateException("Avro wrote what is no JSON", e);
        }
    }

    @Override
    public List<SchemaField> fields() {
        return AvroFields.of(schema);
    }

    @Override
    public List<Incompatibility> cannotRead(ReadSchema writer) {
        if (!(writer instanceof AvroSchema other)) {
            return List.of(Incompatibility.ofAnotherLanguage());
        }
        return SchemaCompatibility.checkReaderWriterCompatibility(schema, other.schema)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(
                        found ->
                                new Incompatibility(
                                        found.getType().name(),
                                        found.getLocation(),
                                        found.getMessage()))
                .toList();
    }
}
