package dev.tidegate.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port others were told of: taken or not, it never moves silently. */
final class HttpPort {
    private static final int LAST = 65_535;

    private HttpPort() {}

    static int required(int port) {
        if (port < 0 || port > LAST) {
            throw Failure.usage("--port must be between 0 and " + LAST);
        }
        if (port != 0 && !free(port)) {
            throw Failure.missing(
                    "port " + port + " of 127.0.0.1 is taken by another program",
                    "./tidegate up --port " + next(port));
        }
        return port;
    }

    private static int next(int port) {
        int other = port + 1;
        while (other < LAST && !free(other)) {
            other++;
        }
        return other;
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
