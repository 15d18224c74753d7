package dev.tidegate.operations.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Server-sent events as the HTML standard writes them (section 9.2). */
final class EventWriter {
    private final OutputStream out;
    private final String topic;

    EventWriter(OutputStream out, String topic) {
        this.out = out;
        this.topic = topic;
    }

    /** A fact, and where its client stands once it has it. */
    void fact(Fact fact, FactPosition after) throws IOException {
        write(
                "id: %s\nevent: %s\ndata: %s\n\n"
                        .formatted(after.text(topic), fact.type().label(), FactJson.of(fact)));
    }

    /** Moves the client's position without an event: it comes back to here. */
    void place(FactPosition position) throws IOException {
        write("id: " + position.text(topic) + "\n: here\n\n");
        out.flush();
    }

    void heartbeat() throws IOException {
        write(": still here\n\n");
        out.flush();
    }

    /** How long the client waits before it comes back. */
    void comeBack(String why, int afterMs) throws IOException {
        write(": " + why + "\nretry: " + afterMs + "\n\n");
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
