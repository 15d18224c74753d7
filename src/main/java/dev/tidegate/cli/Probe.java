package dev.tidegate.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks for a page's status, without the start-up cost of an HTTP client. */
final class Probe {
    private static final int TIMEOUT_MS = 2_000;

    private Probe() {}

    /** 0 when there is no answer. */
    static int status(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException silent) {
            return 0;
        }
    }
}
