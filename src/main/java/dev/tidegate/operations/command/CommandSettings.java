package dev.tidegate.operations.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands of the API.
 *
 * @param turnsMax transactions that decide commands at one time in this process; each holds a
 *     database connection while the log answers, so reads keep the others
 * @param foldMax commands of one subject decided in one transaction
 * @param waitingMax commands that may wait for one subject
 * @param waitTimeout how long one waits before it is refused, with nothing done
 * @param answersKept how long answers by Idempotency-Key are kept
 */
@ConfigurationProperties("tidegate.commands")
public record CommandSettings(
        @DefaultValue("4") int turnsMax,
        @DefaultValue("256") int foldMax,
        @DefaultValue("1000") int waitingMax,
        @DefaultValue("10s") Duration waitTimeout,
        @DefaultValue("7d") Duration answersKept) {

    public CommandSettings {
        if (turnsMax < 1 || foldMax < 1 || waitingMax < 1) {
            throw new IllegalArgumentException("tidegate.commands.*-max must be at least 1");
        }
    }
}
