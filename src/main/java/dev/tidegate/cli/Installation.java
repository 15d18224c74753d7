package dev.tidegate.cli;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the project's folder, or the current one outside of it
 * @param home data, logs and secrets of one installation
 */
record Installation(Path root, Path home) {
    Path credentials() {
        return home.resolve("credentials.json");
    }

    Path settings() {
        return home.resolve("tidegate.properties");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path run() {
        return home.resolve("run");
    }

    Path broker() {
        return root.resolve("target/broker/lib");
    }
}
