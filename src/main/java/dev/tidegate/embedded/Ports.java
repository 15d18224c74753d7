package dev.tidegate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one home, chosen free when first asked for and kept, so that what was told to others
 * stays true. They lie below the range the system hands out to outgoing connections: a port from
 * that range can be taken while the server is down.
 */
record Ports(Path file) {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES_MAX = 200;
    private static final Duration STRANGER_AFTER = Duration.ofSeconds(10);

    static Ports of(Home home) {
        return new Ports(home.ports());
    }

    /** The kept port of this name, chosen now if there is none. */
    int of(String name) {
        synchronized (Ports.class) {
            var kept = read();
            var port = kept.getProperty(name);
            return port == null ? choose(kept, name) : Integer.parseInt(port);
        }
    }

    /**
     * The kept port, or another one when a stranger sits on it: to be asked just before a start. A
     * killed server may hold its port for a moment longer, and a program that lives knows no other
     * one: so it is waited for before a stranger is believed in.
     */
    int free(String name) {
        int port = of(name);
        if (Wait.until(STRANGER_AFTER, () -> isFree(port))) {
            return port;
        }
        synchronized (Ports.class) {
            return choose(read(), name);
        }
    }

    private int choose(Properties kept, String name) {
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!kept.containsValue(String.valueOf(port)) && isFree(port)) {
                kept.setProperty(name, String.valueOf(port));
                write(kept);
                return port;
            }
        }
        throw new EmbeddedFault(
                "no free port between %d and %d on 127.0.0.1".formatted(LOWEST, HIGHEST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private Properties read() {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return properties;
    }

    private void write(Properties properties) {
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, "ports of the embedded servers, all on 127.0.0.1");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
