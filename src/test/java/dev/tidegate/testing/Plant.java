package dev.tidegate.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidegate.embedded.EmbeddedServices;
import dev.tidegate.embedded.Endpoints;
import dev.tidegate.platform.TenantId;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogSettings;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Ground for one test class: the build's own PostgreSQL and broker (under {@code target}, adopted
 * by the next class), with a fresh database and a topic prefix that nobody else has.
 */
public final class Plant implements AutoCloseable {
    /** This fork's home; {@code ./tidegate test} stops its servers at the end. */
    public static final Path HOME =
            Path.of("target", System.getProperty("plant", "plant")).toAbsolutePath();

    private final Endpoints endpoints;
    private final String name;
    private final String topicPrefix;
    private final int generation;
    private final HikariDataSource pool;
    private final Database database;
    private final LogClient log;
    private final List<SingleConnectionDataSource> opened = new CopyOnWriteArrayList<>();

    private Plant(Endpoints endpoints, String name, String topicPrefix, int generation) {
        this.endpoints = endpoints;
        this.name = name;
        this.topicPrefix = topicPrefix;
        this.generation = generation;
        var owner = owner(endpoints, endpoints.jdbcUrl());
        var template = Template.ensure(owner, draft -> settings(endpoints, draft));
        owner.sql("create database " + name + " template " + template).update();
        this.pool = new HikariDataSource();
        pool.setJdbcUrl(url(endpoints, name));
        pool.setUsername(endpoints.appUser());
        pool.setPassword(endpoints.appPassword());
        pool.setMaximumPoolSize(12);
        this.database = new Database(pool);
        this.log = new LogClient(logSettings());
        log.ensureTopics();
    }

    /** A fresh database and fresh topics, named after the test. */
    public static Plant open(Class<?> test) {
        var endpoints = EmbeddedServices.ensure(HOME);
        var name =
                ("t_" + test.getSimpleName() + "_" + Long.toString(System.nanoTime(), 36))
                        .toLowerCase(Locale.ROOT);
        return new Plant(endpoints, name, name + ".", 0);
    }

    /** Ground for a replay: the same raw topics, an empty database, derived topics of its own. */
    public Plant replay(int generation) {
        return new Plant(endpoints, name + "_g" + generation, topicPrefix, generation);
    }

    public DatabaseSettings databaseSettings() {
        return settings(endpoints, name);
    }

    private static DatabaseSettings settings(Endpoints endpoints, String database) {
        return new DatabaseSettings(
                url(endpoints, database),
                endpoints.ownerUser(),
                endpoints.ownerPassword(),
                endpoints.appUser(),
                endpoints.appPassword(),
                12,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }

    public LogSettings logSettings() {
        return LogSettings.of(endpoints.bootstrapServers(), topicPrefix).derivedAs(generation);
    }

    /** Settings for a server on this ground, by their full names. */
    public Map<String, String> properties() {
        var all = new TreeMap<String, String>();
        all.put("tidegate.database.url", url());
        all.put("tidegate.database.owner-user", endpoints.ownerUser());
        all.put("tidegate.database.owner-password", endpoints.ownerPassword());
        all.put("tidegate.database.app-user", endpoints.appUser());
        all.put("tidegate.database.app-password", endpoints.appPassword());
        all.put("tidegate.log.bootstrap-servers", endpoints.bootstrapServers());
        all.put("tidegate.log.topic-prefix", topicPrefix);
        all.put("tidegate.log.generation", String.valueOf(generation));
        return all;
    }

    /** The installation's own folder: keys and credentials. */
    public Path home() {
        return HOME.resolve("homes").resolve(name);
    }

    /** As the application's role: row-level security holds. */
    public Database database() {
        return database;
    }

    public LogClient log() {
        return log;
    }

    /** As the owner, for looking from outside; forced row-level security holds for it as well. */
    public JdbcClient owner() {
        return owner(endpoints, url());
    }

    /** As the owner, with the walls open for the named tenants, until the plant is closed. */
    public JdbcClient ownerOf(List<String> tenants) {
        var connection =
                new SingleConnectionDataSource(
                        url(), endpoints.ownerUser(), endpoints.ownerPassword(), true);
        opened.add(connection);
        var jdbc = JdbcClient.create(connection);
        jdbc.sql("select set_config('tidegate.tenants', ?, false)")
                .param(String.join(",", tenants))
                .query(String.class)
                .single();
        return jdbc;
    }

    /** Makes a tenant known. */
    public TenantId tenant(String tenant) {
        owner().sql(
                        "insert into governance.tenant (tenant, name) values (?, ?) on conflict do nothing")
                .params(tenant, tenant)
                .update();
        return new TenantId(tenant);
    }

    private String url() {
        return url(endpoints, name);
    }

    private static String url(Endpoints endpoints, String database) {
        return endpoints.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private static JdbcClient owner(Endpoints endpoints, String url) {
        return JdbcClient.create(
                new DriverManagerDataSource(url, endpoints.ownerUser(), endpoints.ownerPassword()));
    }

    /**
     * PostgreSQL itself waits five seconds for connections that are closing, and ends an autovacuum
     * worker that is at it; FORCE would demand the right to end what isn't the owner's.
     */
    @Override
    public void close() {
        pool.close();
        opened.forEach(SingleConnectionDataSource::destroy);
        owner(endpoints, endpoints.jdbcUrl()).sql("drop database " + name).update();
    }
}
