package dev.tidegate.ingestion.append;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/**
 * The names of the messages of one request: the sender's name for the request and the message's
 * number, so that a request sent again names each message as before.
 */
public final class MessageIds {
    private final Optional<String> base;
    private final boolean numbered;

    public MessageIds(Optional<String> base) {
        this(base, true);
    }

    private MessageIds(Optional<String> base, boolean numbered) {
        this.base = base;
        this.numbered = numbered;
    }

    /** One name for one message. */
    public static MessageIds exactly(String id) {
        return new MessageIds(Optional.of(id), false);
    }

    public List<Header> of(long number) {
        return base.isEmpty()
                ? List.of()
                : Appender.named(base.map(id -> numbered ? id + "/" + number : id));
    }
}
