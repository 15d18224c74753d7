package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of a server: what its command line says, then the environment, then {@code
 * tidegate.properties} in the home. PostgreSQL and Kafka of one's own are named there, both or
 * none; when none is named, the embedded ones are started or adopted.
 */
record ServeSettings(Installation installation, int port, boolean demo) {
    private static final String DATABASE = "tidegate.database.url";
    private static final String LOG = "tidegate.log.bootstrap-servers";

    Map<String, String> resolve() {
        var settings = fromFile();
        settings.put("tidegate.home", installation.home().toString());
        settings.put("server.port", String.valueOf(port));
        settings.put("tidegate.demo.enabled", String.valueOf(demo));
        boolean database = has(settings, DATABASE);
        boolean log = has(settings, LOG);
        if (database != log) {
            throw Failure.missing(
                    "only one of %s and %s is set".formatted(DATABASE, LOG),
                    "set both to use servers of your own, or none to use the embedded ones");
        }
        if (!database) {
            addEmbedded(settings);
        }
        return settings;
    }

    /** Whether servers of one's own are named. */
    boolean external() {
        return has(fromFile(), DATABASE);
    }

    private void addEmbedded(Map<String, String> settings) {
        System.setProperty("tidegate.broker.lib", installation.broker().toString());
        var endpoints = EmbeddedServices.ensure(installation.home());
        settings.put(DATABASE, endpoints.jdbcUrl());
        settings.put("tidegate.database.owner-user", endpoints.ownerUser());
        settings.put("tidegate.database.owner-password", endpoints.ownerPassword());
        settings.put("tidegate.database.app-user", endpoints.appUser());
        settings.put("tidegate.database.app-password", endpoints.appPassword());
        settings.put(LOG, endpoints.bootstrapServers());
    }

    /** What the environment names as well is left to it: it wins over the file. */
    private Map<String, String> fromFile() {
        var properties = new Properties();
        if (Files.exists(installation.settings())) {
            try (var in = Files.newBufferedReader(installation.settings())) {
                properties.load(in);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        var settings = new HashMap<String, String>();
        properties.forEach(
                (name, value) -> {
                    if (!inEnvironment(String.valueOf(name))) {
                        settings.put(String.valueOf(name), String.valueOf(value));
                    }
                });
        return settings;
    }

    private static boolean has(Map<String, String> settings, String name) {
        return settings.containsKey(name) || inEnvironment(name);
    }

    private static boolean inEnvironment(String name) {
        var variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return System.getenv().containsKey(variable.replace("-", ""))
                || System.getenv().containsKey(variable.replace('-', '_'));
    }
}
