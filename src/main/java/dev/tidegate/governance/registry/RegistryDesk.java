package dev.tidegate.governance.registry;

import dev.tidegate.governance.registry.language.Incompatibility;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The registry as somebody who looks after schemas sees it. */
public final class RegistryDesk {
    private static final int REASONS_MAX = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Catalog catalog;
    private final Drafts drafts;

    RegistryDesk(Database database, Catalog catalog, Drafts drafts) {
        this.database = database;
        this.catalog = catalog;
        this.drafts = drafts;
    }

    /**
     * A subject as its latest version is.
     *
     * @param type avro, json or protobuf
     * @param level as {@code BACKWARD}
     */
    public record Subject(String name, String type, int versions, int latest, String level) {}

    /**
     * @param references such as {@code customer@2}
     */
    public record Version(int version, int id, String type, List<String> references) {}

    /**
     * One version held against another.
     *
     * @param fields that differ; none of a schema in Protobuf, whose texts tell
     * @param newCannotReadOld why the later can't read the earlier's data; empty where it can
     * @param oldCannotReadNew the reverse
     */
    public record Comparison(
            Version before,
            Version after,
            String textBefore,
            String textAfter,
            List<FieldChange> fields,
            List<String> newCannotReadOld,
            List<String> oldCannotReadNew) {}

    /**
     * @param versions the newest first
     */
    public record View(Subject subject, List<Version> versions, Comparison comparison) {}

    /** By name. */
    public List<Subject> subjects(TenantId tenant, int offset, int most) {
        var names = catalog.subjects(tenant, "", Catalog.Wanted.LIVE, offset, most);
        return database.readTenant(
                tenant, jdbc -> names.stream().map(name -> subject(jdbc, tenant, name)).toList());
    }

    /**
     * A subject, and how one version of it differs from another; the last two where they aren't
     * told.
     *
     * @throws dev.tidegate.platform.web.ProblemException {@code unknown_subject}
     */
    public View view(TenantId tenant, String name, Optional<Integer> from, Optional<Integer> to) {
        return database.readTenant(
                tenant,
                jdbc -> {
                    var rows = live(jdbc, tenant, name);
                    if (rows.isEmpty()) {
                        throw unknown(name).asException();
                    }
                    var after = chosen(rows, to).orElse(rows.getFirst());
                    var before = chosen(rows, from).orElse(rows.get(Math.min(1, rows.size() - 1)));
                    return new View(
                            subject(jdbc, tenant, name),
                            rows.stream().map(row -> version(jdbc, tenant, row)).toList(),
                            comparison(jdbc, tenant, before, after));
                });
    }

    private static Optional<VersionRows.Row> chosen(
            List<VersionRows.Row> rows, Optional<Integer> version) {
        return version.flatMap(
                wanted -> rows.stream().filter(row -> row.version() == wanted).findFirst());
    }

    private static List<VersionRows.Row> live(JdbcClient jdbc, TenantId tenant, String name) {
        return VersionRows.of(jdbc, tenant, name).stream()
                .filter(VersionRows.Row::live)
                .toList()
                .reversed();
    }

    private static Subject subject(JdbcClient jdbc, TenantId tenant, String name) {
        var rows = live(jdbc, tenant, name);
        return new Subject(
                name,
                rows.isEmpty() ? "" : version(jdbc, tenant, rows.getFirst()).type(),
                rows.size(),
                rows.isEmpty() ? 0 : rows.getFirst().version(),
                RegistryRows.level(jdbc, tenant, name).toString());
    }

    private static Version version(JdbcClient jdbc, TenantId tenant, VersionRows.Row row) {
        var stored = SchemaRows.find(jdbc, tenant, row.id()).orElseThrow();
        return new Version(
                row.version(),
                row.id(),
                stored.type().name().toLowerCase(Locale.ROOT),
                stored.references().stream()
                        .map(one -> one.subject() + "@" + one.version())
                        .toList());
    }

    private Comparison comparison(
            JdbcClient jdbc, TenantId tenant, VersionRows.Row before, VersionRows.Row after) {
        var old =
                drafts.kept(jdbc, tenant, SchemaRows.find(jdbc, tenant, before.id()).orElseThrow());
        var now =
                drafts.kept(jdbc, tenant, SchemaRows.find(jdbc, tenant, after.id()).orElseThrow());
        return new Comparison(
                version(jdbc, tenant, before),
                version(jdbc, tenant, after),
                readable(old.text()),
                readable(now.text()),
                FieldChange.between(old.text(), now.text()),
                told(now.schema().cannotRead(old.schema())),
                told(old.schema().cannotRead(now.schema())));
    }

    private static List<String> told(List<Incompatibility> reasons) {
        return reasons.stream().limit(REASONS_MAX).map(Incompatibility::toString).toList();
    }

    /** JSON over lines; another language as it is written. */
    private static String readable(String text) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
        } catch (JacksonException _) {
            return text;
        }
    }

    private static Problem unknown(String name) {
        return Problem.of(
                404,
                "unknown_subject",
                "There is no such subject",
                "The schema registry of this tenant has no subject " + name + ".",
                "GET /v1/schema-registry/subjects lists them.");
    }
}
