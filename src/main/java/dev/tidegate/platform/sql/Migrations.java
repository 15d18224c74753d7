package dev.tidegate.platform.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Each module's schema, forward ({@code db/<module>/V*.sql}) and back ({@code U*.sql}), run as the
 * owner. A module keeps its own history table, so modules move apart.
 */
public final class Migrations {
    /** In the order in which one may refer to another. */
    static final List<String> MODULES = List.of("platform", "governance", "operations");

    private final DataSource owner;
    private final String appUser;

    public Migrations(DatabaseSettings settings) {
        this.owner =
                new DriverManagerDataSource(
                        settings.url(), settings.ownerUser(), settings.ownerPassword());
        this.appUser = settings.appUser();
    }

    /**
     * {@link #forward} unless these very scripts made the schema: a start with nothing to do finds
     * that out in one query, and needs no owner.
     *
     * @param anyone reads the note; every role may
     * @throws ForeignSchema as {@link #forward} does
     */
    public void forwardUnlessThere(DataSource anyone) {
        if (!scripts().equals(noted(anyone))) {
            forward();
        }
    }

    /**
     * Brings every module to its latest version, and notes on the schema which scripts did.
     *
     * @throws ForeignSchema when a script that was run is not the one that this build has
     */
    public void forward() {
        for (String module : MODULES) {
            try {
                flyway(module).migrate();
            } catch (FlywayValidateException other) {
                throw new ForeignSchema(module, other);
            }
        }
        note("'" + scripts() + "'");
    }

    /** Takes back every applied version of every module, newest first. */
    public void back() {
        if (noted(owner) != null) {
            note("null");
        }
        for (String module : MODULES.reversed()) {
            var jdbc = JdbcClient.create(owner);
            for (MigrationInfo applied : List.of(flyway(module).info().applied()).reversed()) {
                if (applied.getVersion() == null) {
                    continue; // the row that notes the schema's creation
                }
                jdbc.sql(undoScript(module, applied.getVersion().getVersion())).update();
                jdbc.sql("delete from " + module + ".flyway_history where version = ?")
                        .param(applied.getVersion().getVersion())
                        .update();
            }
        }
    }

    private Flyway flyway(String module) {
        return Flyway.configure()
                .dataSource(owner)
                .schemas(module)
                .defaultSchema(module)
                .table("flyway_history")
                .locations("classpath:db/" + module)
                .placeholders(Map.of("app", appUser))
                .load();
    }

    private static @Nullable String noted(DataSource app) {
        return JdbcClient.create(app)
                .sql("select obj_description(to_regnamespace(?), 'pg_namespace')")
                .param(MODULES.getFirst())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private void note(String literal) {
        JdbcClient.create(owner)
                .sql("comment on schema " + MODULES.getFirst() + " is " + literal)
                .update();
    }

    /** SHA-256 of every script forward, in the order of their names. */
    private String scripts() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/*/V*.sql");
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.sort(found, Comparator.comparing(Resource::getDescription));
            digest.update(appUser.getBytes(StandardCharsets.UTF_8));
            for (var script : found) {
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    private static String undoScript(String module, String version) {
        var pattern = "classpath:db/" + module + "/U" + version + "__*.sql";
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length != 1) {
                throw new IllegalStateException(
                        "migration "
                                + module
                                + " V"
                                + version
                                + " has no single way back "
                                + pattern);
            }
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
