package dev.tidegate.console.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The console.
 *
 * @param idleTimeout a session ends after so long without a person's request; the polls of a page
 *     left open don't count
 * @param sessionTimeout a session ends after so long in any case
 * @param signInAttemptsMax wrong secrets from one address in a minute, before it must wait
 */
@ConfigurationProperties("tidegate.console")
public record ConsoleSettings(
        @DefaultValue("30m") Duration idleTimeout,
        @DefaultValue("12h") Duration sessionTimeout,
        @DefaultValue("10") int signInAttemptsMax) {

    public ConsoleSettings {
        if (idleTimeout.compareTo(sessionTimeout) > 0) {
            throw new IllegalArgumentException(
                    "tidegate.console.idle-timeout must not be longer than session-timeout");
        }
        if (signInAttemptsMax < 1) {
            throw new IllegalArgumentException(
                    "tidegate.console.sign-in-attempts-max must be at least 1");
        }
    }
}
