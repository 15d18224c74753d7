package dev.tidegate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends requests made beforehand and reads the answers: as
 * little work as a load generator can do, since it shares the machine with what it measures.
 */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    HttpConnection(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** An answer whose body was read to its end. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static byte[] head(String path, String token, String contentType, String more, int length) {
        return ("POST "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: "
                        + contentType
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n"
                        + more
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    Answer exchange(byte[] head, byte[] body) throws IOException {
        if (body.length < 4096) {
            var whole = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            out.write(whole);
        } else {
            out.write(head);
            out.write(body);
        }
        out.flush();
        return answer();
    }

    Answer get(String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        return new Answer(status, chunked ? chunks() : exactly(length));
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        int at = start;
        while (true) {
            for (; at < end; at++) {
                if (buffer[at] == '\n') {
                    int stop = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                    var line = new String(buffer, start, stop - start, StandardCharsets.ISO_8859_1);
                    start = at + 1;
                    return line;
                }
            }
            at -= fill();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = new byte[length];
        int have = Math.min(length, end - start);
        System.arraycopy(buffer, start, bytes, 0, have);
        start += have;
        if (have < length) {
            int read = in.readNBytes(bytes, have, length - have);
            if (read < length - have) {
                throw new IOException("the connection ended within an answer");
            }
        }
        return bytes;
    }

    /** Reads on; answers by how much what was there moved toward the front. */
    private int fill() throws IOException {
        int moved = start;
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new IOException("the connection was closed");
        }
        end += read;
        return moved;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
