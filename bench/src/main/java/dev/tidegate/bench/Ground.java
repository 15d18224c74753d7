package dev.tidegate.bench;

import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Endpoints;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogSettings;
import dev.tidegate.platform.sql.DatabaseSettings;
import dev.tidegate.platform.sql.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** An installation of the bench's own: a fresh PostgreSQL and broker, with nothing in them. */
final class Ground implements AutoCloseable {
    private final Path home;
    private final Endpoints endpoints;

    private Ground(Path home, Endpoints endpoints) {
        this.home = home;
        this.endpoints = endpoints;
    }

    /** Stops and removes what an earlier run left there, then starts both servers anew. */
    static Ground fresh(Path home) {
        clear(home);
        return at(home);
    }

    static void clear(Path home) {
        if (Files.exists(home)) {
            EmbeddedServices.stop(home);
            remove(home);
        }
    }

    /** Starts what isn't running; keeps the data. */
    static Ground at(Path home) {
        return new Ground(home, EmbeddedServices.ensure(home));
    }

    Path home() {
        return home;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("tidegate.home", home.toString());
        settings.put("tidegate.database.url", endpoints.jdbcUrl());
        settings.put("tidegate.database.owner-user", endpoints.ownerUser());
        settings.put("tidegate.database.owner-password", endpoints.ownerPassword());
        settings.put("tidegate.database.app-user", endpoints.appUser());
        settings.put("tidegate.database.app-password", endpoints.appPassword());
        settings.put("tidegate.log.bootstrap-servers", endpoints.bootstrapServers());
        return settings;
    }

    void migrate() {
        new Migrations(bound("tidegate.database", DatabaseSettings.class)).forward();
    }

    LogClient log() {
        return new LogClient(bound("tidegate.log", LogSettings.class));
    }

    private <T> T bound(String prefix, Class<T> settings) {
        return new Binder(new MapConfigurationPropertySource(settings()))
                .bind(prefix, settings)
                .get();
    }

    /** As the owner of the schemas. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                endpoints.jdbcUrl(), endpoints.ownerUser(), endpoints.ownerPassword());
    }

    /** Schemas and topics, the tenants and their sources: as a new installation without a demo. */
    void seed() throws Exception {
        migrate();
        log().ensureTopics();
        Sources.provide(this);
    }

    EmbeddedServices.Pids pids() {
        return EmbeddedServices.pids(home);
    }

    /** Watches both servers. */
    Meter meter() {
        var pids = pids();
        return new Meter()
                .watch("postgres", pids.postmaster().orElseThrow())
                .watch("broker", pids.broker().orElseThrow());
    }

    @Override
    public void close() {
        EmbeddedServices.stop(home);
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
