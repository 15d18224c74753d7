package dev.tidegate.proof.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bare connections, for what no HTTP client would send. */
final class Wire implements AutoCloseable {
    /** More than the 30 s after which a silent connection is given up. */
    private static final int ANSWER_TIMEOUT_MS = 45_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire to(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_TIMEOUT_MS);
        return new Wire(socket);
    }

    static List<Wire> many(int port, int count) throws IOException {
        var all = new ArrayList<Wire>();
        for (int i = 0; i < count; i++) {
            all.add(to(port));
        }
        return all;
    }

    /** False when the other side has hung up. */
    boolean send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The status told; 0 when it hung up without one, -1 when it says nothing. */
    int status() {
        try {
            InputStream in = socket.getInputStream();
            var line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 200; c = in.read()) {
                line.append((char) c);
            }
            var words = line.toString().split(" ");
            return words.length > 1 ? Integer.parseInt(words[1].strip()) : 0;
        } catch (SocketTimeoutException e) {
            return -1;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
