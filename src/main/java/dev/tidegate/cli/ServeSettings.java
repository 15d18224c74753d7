package dev.tidegate.cli;

import dev.tidegate.embedded.EmbeddedFault;
import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The settings of a server: what its command line says, then the environment, then {@code
 * tidegate.properties} in the home. PostgreSQL and Kafka of one's own are named there, both or
 * none; when none is named, the embedded ones are started or adopted.
 */
record ServeSettings(Installation installation, int port, boolean demo) {
    private static final String DATABASE = "tidegate.database.url";
    private static final String OWNER_USER = "tidegate.database.owner-user";
    private static final String OWNER_PASSWORD = "tidegate.database.owner-password";
    private static final String APP_USER = "tidegate.database.app-user";
    private static final String APP_PASSWORD = "tidegate.database.app-password";
    private static final String LOG = "tidegate.log.bootstrap-servers";
    private static final Set<String> EMBEDDED =
            Set.of(DATABASE, OWNER_USER, OWNER_PASSWORD, APP_USER, APP_PASSWORD, LOG);

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
        return database ? settings : new LateSettings(settings, EMBEDDED, embedded());
    }

    /** Whether servers of one's own are named. */
    boolean external() {
        return has(fromFile(), DATABASE);
    }

    /** Starts or adopts the services at once; who needs their addresses waits for them. */
    private Supplier<Map<String, String>> embedded() {
        System.setProperty("tidegate.broker.lib", installation.broker().toString());
        var started = new FutureTask<>(() -> names(EmbeddedServices.ensure(installation.home())));
        Thread.ofVirtual().name("embedded services").start(started);
        return () -> result(started);
    }

    private static Map<String, String> names(Endpoints endpoints) {
        return Map.of(
                DATABASE, endpoints.jdbcUrl(),
                OWNER_USER, endpoints.ownerUser(),
                OWNER_PASSWORD, endpoints.ownerPassword(),
                APP_USER, endpoints.appUser(),
                APP_PASSWORD, endpoints.appPassword(),
                LOG, endpoints.bootstrapServers());
    }

    private static Map<String, String> result(Future<Map<String, String>> started) {
        try {
            return started.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof EmbeddedFault fault
                    ? fault
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
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
