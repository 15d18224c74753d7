package dev.tidegate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A browser for the tests of the console; installed where that is possible without asking. */
record Chromium(Screen screen, Path log) {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MEND = "apt-get update && apt-get install -y chromium";

    void ensure() {
        if (present()) {
            return;
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && Maven.onPath("apt-get").isPresent()) {
            screen.say("installing Chromium for the browser tests; log: " + log);
            install();
        }
        if (!present()) {
            screen.say("no Chromium: the browser tests will be skipped\n  mend: " + MEND);
        }
    }

    private static boolean present() {
        return NAMES.stream().anyMatch(name -> Maven.onPath(name).isPresent());
    }

    private void install() {
        try {
            log.toFile().getParentFile().mkdirs();
            var builder =
                    new ProcessBuilder("sh", "-c", MEND)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (IOException failure) {
            screen.say("can't install it: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
