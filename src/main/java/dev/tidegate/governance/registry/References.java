package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.SchemaRows.Stored;
import dev.tidegate.governance.registry.language.Language.Referred;
import dev.tidegate.platform.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows references, each schema after all that it refers to itself. */
final class References {
    private final JdbcClient jdbc;
    private final TenantId tenant;
    private final RegistrySettings settings;
    private final Map<String, Reference> seen = new LinkedHashMap<>();
    private final Map<String, Referred> followed = new LinkedHashMap<>();

    References(JdbcClient jdbc, TenantId tenant, RegistrySettings settings) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.settings = settings;
    }

    /** Those of a schema that is new: with the latest version's number, and none that is hidden. */
    List<Reference> pinned(List<Reference> asked) {
        return asked.stream().map(this::pinned).toList();
    }

    private Reference pinned(Reference asked) {
        var spec =
                asked.version() == Reference.LATEST
                        ? VersionSpec.LATEST
                        : VersionSpec.parse(String.valueOf(asked.version()));
        return VersionRows.find(jdbc, tenant, asked.subject(), spec)
                .filter(VersionRows.Row::live)
                .map(row -> new Reference(asked.name(), asked.subject(), row.version()))
                .orElseThrow(() -> missing(asked));
    }

    List<Referred> follow(List<Reference> references) {
        follow(references, 1);
        return List.copyOf(followed.values());
    }

    private void follow(List<Reference> references, int depth) {
        if (!references.isEmpty() && depth > settings.referenceDepthMax()) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Invalid schema: more than %d references in a row"
                            + " (tidegate.registry.reference-depth-max)",
                    settings.referenceDepthMax());
        }
        for (var reference : references) {
            if (isNew(reference)) {
                var stored = stored(reference);
                follow(stored.references(), depth + 1);
                followed.put(reference.name(), new Referred(reference.name(), stored.text()));
            }
        }
    }

    private boolean isNew(Reference reference) {
        var before = seen.putIfAbsent(reference.name(), reference);
        if (before != null && !before.equals(reference)) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Invalid schema: the reference %s stands for version %d of %s and for version"
                            + " %d of %s",
                    reference.name(),
                    before.version(),
                    before.subject(),
                    reference.version(),
                    reference.subject());
        }
        if (seen.size() > settings.referencesMax()) {
            throw RegistryError.INVALID_SCHEMA.refusal(
                    "Invalid schema: more than %d references (tidegate.registry.references-max)",
                    settings.referencesMax());
        }
        return before == null;
    }

    private Stored stored(Reference reference) {
        var spec = VersionSpec.parse(String.valueOf(reference.version()));
        return VersionRows.find(jdbc, tenant, reference.subject(), spec)
                .flatMap(row -> SchemaRows.find(jdbc, tenant, row.id()))
                .orElseThrow(() -> missing(reference));
    }

    private static RuntimeException missing(Reference reference) {
        return RegistryError.INVALID_SCHEMA.refusal(
                "Invalid schema: no schema reference found for subject \"%s\" and version %d;"
                        + " register it first",
                reference.subject(), reference.version());
    }
}
