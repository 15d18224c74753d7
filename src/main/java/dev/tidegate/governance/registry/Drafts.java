package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.SchemaRequest.ReferenceRequest;
import dev.tidegate.governance.registry.SchemaRows.Stored;
import dev.tidegate.governance.registry.language.ReadSchema;
import dev.tidegate.governance.registry.language.Reading;
import dev.tidegate.governance.registry.language.SchemaType;
import dev.tidegate.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what was sent, or what is kept, into schemas that can be compared. */
final class Drafts {
    private final RegistrySettings settings;

    Drafts(RegistrySettings settings) {
        this.settings = settings;
    }

    /** What was sent, checked. */
    Draft read(JdbcClient jdbc, TenantId tenant, SchemaRequest request, boolean normalize) {
        var text = text(request);
        var attached = Attached.of(request);
        refuseLarge(attached);
        var type = type(request.schemaType());
        var following = new References(jdbc, tenant, settings);
        var references = following.pinned(references(request));
        var schema =
                understood(
                        type,
                        type.language(settings.languageLimits())
                                .read(text, following.follow(references)));
        return new Draft(
                type,
                schema,
                normalize ? schema.normalized() : schema.canonical(),
                references,
                attached);
    }

    /** What is kept was understood once, and is again. */
    Draft kept(JdbcClient jdbc, TenantId tenant, Stored stored) {
        var referred = new References(jdbc, tenant, settings).follow(stored.references());
        var reading =
                stored.type().language(settings.languageLimits()).read(stored.text(), referred);
        return new Draft(
                stored.type(),
                understood(stored.type(), reading),
                stored.text(),
                stored.references(),
                stored.attached());
    }

    private static ReadSchema understood(SchemaType type, Reading reading) {
        return switch (reading) {
            case Reading.Understood(var schema) -> schema;
            case Reading.Refused refused ->
                    throw RegistryError.INVALID_SCHEMA.refusal(
                            "Invalid schema of type %s, details: %s", type, refused.told());
        };
    }

    private String text(SchemaRequest request) {
        var text = request.schema();
        if (text == null || text.isBlank()) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Empty schema: the member schema holds its text as a string");
        }
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > settings.schemaSizeMax().toBytes()) {
            throw RegistryError.SCHEMA_TOO_LARGE.refusal(
                    "Schema is too large: %d bytes, of which tidegate.registry.schema-size-max"
                            + " allows %d",
                    bytes, settings.schemaSizeMax().toBytes());
        }
        if (text.indexOf('\0') >= 0) {
            throw RegistryError.INVALID_SCHEMA.refusal("Invalid schema: it holds a NUL character");
        }
        return text;
    }

    private void refuseLarge(Attached attached) {
        long bytes = attached.metadata().length() + (long) attached.ruleSet().length();
        if (bytes > settings.schemaSizeMax().toBytes()) {
            throw RegistryError.SCHEMA_TOO_LARGE.refusal(
                    "Metadata and rules are too large: %d characters, of which"
                            + " tidegate.registry.schema-size-max allows %d",
                    bytes, settings.schemaSizeMax().toBytes());
        }
    }

    private static SchemaType type(@Nullable String name) {
        return SchemaType.named(name == null || name.isBlank() ? SchemaType.AVRO.name() : name)
                .orElseThrow(
                        () ->
                                RegistryError.INVALID_SCHEMA.refusal(
                                        "Invalid schema type %s; there are AVRO, JSON and PROTOBUF",
                                        String.valueOf(name)));
    }

    private static List<Reference> references(SchemaRequest request) {
        var references = new ArrayList<Reference>();
        if (request.references() != null) {
            request.references().forEach(asked -> references.add(reference(asked)));
        }
        return references;
    }

    private static Reference reference(ReferenceRequest asked) {
        if (asked.name() == null || asked.subject() == null || asked.version() == null) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Invalid schema: a reference has a name, a subject and a version");
        }
        return new Reference(asked.name(), asked.subject(), asked.version());
    }
}
