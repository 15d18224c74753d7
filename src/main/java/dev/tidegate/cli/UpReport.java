package dev.tidegate.cli;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Where everything is, once it is ready. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record UpReport(
        String url,
        String console,
        String docs,
        String credentials,
        String home,
        long pid,
        long readyMs) {

    void print(Screen screen) {
        screen.print(
                this,
                """
                ready in %.1f s
                  API          %s
                  console      %s
                  docs         %s
                  credentials  %s
                  home         %s
                  process      %d\
                """
                        .formatted(readyMs / 1000.0, url, console, docs, credentials, home, pid));
    }
}
