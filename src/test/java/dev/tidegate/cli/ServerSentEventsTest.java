package dev.tidegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(
                    new PrintStream(data, true, StandardCharsets.UTF_8),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    true);

    @Test
    void printsAnEventALineAndRemembersWhereToResume() {
        var events = new ServerSentEvents(screen, 0);
        ": hello\nid: 41\nevent: order\ndata: {\"a\":\ndata: 1}\n\n\nid:42\ndata:{\"b\":2}\n\n"
                .lines()
                .forEach(events::take);

        assertThat(printed()).isEqualTo("{\"a\":1}\n{\"b\":2}\n");
        assertThat(events.last()).hasValue("42");
    }

    @Test
    void endsAfterTheNumberAskedFor() {
        var events = new ServerSentEvents(screen, 1);

        assertThat(events.take("data: {}")).isTrue();
        assertThat(events.take("")).isFalse();
        assertThat(events.enough()).isTrue();
    }

    private String printed() {
        return data.toString(StandardCharsets.UTF_8);
    }
}
