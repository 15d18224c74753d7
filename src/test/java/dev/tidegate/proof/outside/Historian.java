package dev.tidegate.proof.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was promised, in a file that only grows: what is about to be sent, and, on disk before
 * it counts as acknowledged, each acknowledgement.
 */
public final class Historian implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel file;
    private long acknowledged;
    private long tried;

    public Historian(Path path) {
        try {
            this.file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of the file. */
    public record Entry(Kind kind, Message message, String receipt) {}

    /** What is known of a message. */
    public enum Kind {
        /** It was put on its way: it may or may not have been accepted. */
        TRIED,
        /** Its receipt came back. */
        ACKNOWLEDGED,
        /** It was refused: it must not be there. */
        REFUSED
    }

    public synchronized void tries(List<Message> messages) {
        tried += messages.size();
        append(messages.stream().map(m -> new Entry(Kind.TRIED, m, "")).toList(), false);
    }

    /** Returns once it is on disk: only then does the sender count it as acknowledged. */
    public synchronized void acknowledges(List<Message> messages, List<String> receipts) {
        var entries = new java.util.ArrayList<Entry>();
        for (int i = 0; i < messages.size(); i++) {
            entries.add(new Entry(Kind.ACKNOWLEDGED, messages.get(i), receipts.get(i)));
        }
        append(entries, true);
        acknowledged += messages.size();
    }

    public synchronized void refuses(List<Message> messages) {
        append(messages.stream().map(m -> new Entry(Kind.REFUSED, m, "")).toList(), false);
    }

    public synchronized long acknowledged() {
        return acknowledged;
    }

    public synchronized long tried() {
        return tried;
    }

    private void append(List<Entry> entries, boolean force) {
        var text = new StringBuilder();
        entries.forEach(entry -> text.append(JSON.writeValueAsString(entry)).append('\n'));
        try {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (force) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.force(true);
        file.close();
    }
}
