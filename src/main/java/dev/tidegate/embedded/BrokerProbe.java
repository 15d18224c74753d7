package dev.tidegate.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker for its metadata, in the 18 bytes of the oldest form of that request. It is ready
 * once it lists itself: an open port isn't enough, since a broker whose old session hasn't ended
 * yet leads no partition. Kafka's own client would take half a second and a dozen threads to say
 * so.
 */
record BrokerProbe(int port) {
    private static final int TIMEOUT_MS = 1_000;
    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final int REQUEST_BYTES = 14;
    private static final int ANSWER_BYTES_MAX = 1 << 20;
    private static final int CORRELATION = 0x71de;

    boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            ask(new DataOutputStream(socket.getOutputStream()));
            return brokers(new DataInputStream(socket.getInputStream())) > 0;
        } catch (IOException silent) {
            return false;
        }
    }

    private static void ask(DataOutputStream out) throws IOException {
        out.writeInt(REQUEST_BYTES);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(CORRELATION);
        out.writeShort(-1); // no client id
        out.writeInt(0); // no topics
        out.flush();
    }

    private static int brokers(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 2 * Integer.BYTES || size > ANSWER_BYTES_MAX || in.readInt() != CORRELATION) {
            throw new IOException("not a broker");
        }
        return in.readInt();
    }
}
