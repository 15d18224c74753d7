package dev.tidegate.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tidegate.platform.log.LogClient;
import dev.tidegate.platform.log.LogSettings;
import dev.tidegate.platform.secret.Chance;
import dev.tidegate.platform.secret.SecretFiles;
import dev.tidegate.platform.settings.HomeSettings;
import dev.tidegate.platform.sql.AppRole;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.sql.DatabaseSettings;
import dev.tidegate.platform.sql.Migrations;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every process has, whatever its roles: the database, the log, the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, LogSettings.class, HomeSettings.class})
public class PlatformBase {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return Ids.random();
    }

    @Bean
    Chance chance() {
        return Chance.secure();
    }

    /** Keys that the processes of a cell share. */
    @Bean
    SecretFiles secretFiles(HomeSettings home, Chance chance) {
        return new SecretFiles(home.secrets(), chance);
    }

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("tidegate");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.appUser());
        config.setPassword(settings.appPassword());
        config.setMaximumPoolSize(settings.poolMax());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "tidegate");
        config.addDataSourceProperty(
                "options", "-c statement_timeout=" + settings.statementTimeout().toMillis());
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", settings.statementTimeout().toSeconds() + 10);
        return new HikariDataSource(config);
    }

    /**
     * Migrates as the owner, then checks that the application's role cannot pass the tenant walls.
     */
    @Bean
    Database database(DatabaseSettings settings, DataSource dataSource) {
        new Migrations(settings).forwardUnlessThere(dataSource);
        var database = new Database(dataSource);
        AppRole.refuseUnlessGuarded(database);
        return database;
    }

    @Bean
    LogClient logClient(LogSettings settings) {
        var client = new LogClient(settings);
        client.ensureTopics();
        return client;
    }
}
