package dev.tidegate.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a text/event-stream (WHATWG HTML, 9.2) and prints each event. */
final class ServerSentEvents {
    private final Screen screen;
    private final long limit;
    private final StringBuilder data = new StringBuilder();
    private @Nullable String last;
    private String type = "";
    private long count;

    /**
     * @param limit 0 for no end
     */
    ServerSentEvents(Screen screen, long limit) {
        this.screen = screen;
        this.limit = limit;
    }

    /** Where to resume. */
    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    boolean enough() {
        return limit > 0 && count >= limit;
    }

    /** False when there were enough. */
    boolean take(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith("data:")) {
            data.append(data.isEmpty() ? "" : "\n").append(value(line));
        } else if (line.startsWith("id:")) {
            last = value(line);
        } else if (line.startsWith("event:")) {
            type = value(line);
        }
        return !enough();
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            print(data.toString());
            count++;
        }
        data.setLength(0);
        type = "";
    }

    private void print(String text) {
        try {
            JsonNode fact = JsonMapper.shared().readTree(text);
            screen.print(
                    fact,
                    "%s  %s  %s"
                            .formatted(
                                    fact.path("time").asString("-"),
                                    fact.path("type").asString(type),
                                    fact.path("subject").asString(text)));
        } catch (JacksonException notJson) {
            screen.out().println(text);
        }
        screen.out().flush();
    }

    private static String value(String line) {
        var value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
