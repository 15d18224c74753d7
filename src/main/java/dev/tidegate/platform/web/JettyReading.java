package dev.tidegate.platform.web;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.JettyServerCustomizer;

/** How requests are read from the line. */
final class JettyReading implements JettyServerCustomizer {
    /** A body of many messages comes in pieces of that much. */
    private static final int INPUT_BYTES = 64 * 1024;

    /** A token is too long for Jetty's memory of earlier headers, and empties it each time. */
    private static final int NO_HEADER_CACHE = 0;

    @Override
    public void customize(Server server) {
        for (var connector : server.getConnectors()) {
            for (var http : connector.getBeans(HttpConnectionFactory.class)) {
                http.setInputBufferSize(INPUT_BYTES);
                http.getHttpConfiguration().setHeaderCacheSize(NO_HEADER_CACHE);
            }
        }
    }
}
