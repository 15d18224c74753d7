package dev.tidegate.platform.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation keeps what is its own.
 *
 * @param home folder with {@code secrets/} and {@code credentials.json}; the processes of a cell
 *     need the same secrets
 */
@ConfigurationProperties("tidegate")
public record HomeSettings(@DefaultValue(".tidegate") Path home) {
    public Path secrets() {
        return home.resolve("secrets");
    }

    public Path credentials() {
        return home.resolve("credentials.json");
    }
}
