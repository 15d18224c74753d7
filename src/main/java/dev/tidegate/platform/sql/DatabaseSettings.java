package dev.tidegate.platform.sql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operational database.
 *
 * @param url JDBC URL
 * @param ownerUser owns the schemas and migrates them; used at start only
 * @param appUser what everything else runs as: not the owner, neither superuser nor BYPASSRLS
 * @param poolMax connections kept by this process
 * @param connectTimeout how long a request waits for a connection before it is refused
 * @param statementTimeout after which the server ends a statement
 */
@ConfigurationProperties("tidegate.database")
public record DatabaseSettings(
        String url,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword,
        @DefaultValue("16") int poolMax,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration statementTimeout) {

    public DatabaseSettings {
        if (poolMax < 4 || poolMax > 200) {
            throw new IllegalArgumentException(
                    "tidegate.database.pool-max must be between 4 and 200, not " + poolMax);
        }
    }

    /** Without the passwords: settings are printed, secrets are not. */
    @Override
    public String toString() {
        return "DatabaseSettings[url="
                + url
                + ", ownerUser="
                + ownerUser
                + ", appUser="
                + appUser
                + "]";
    }
}
