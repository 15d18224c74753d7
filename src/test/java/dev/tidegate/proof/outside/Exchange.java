package dev.tidegate.proof.outside;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sends messages of one tenant and source and writes into the history what came of each. */
public final class Exchange {
    private static final Set<Integer> FOR_GOOD = Set.of(400, 403, 404, 413, 415, 422);

    private final String path;
    private final Door door;
    private final Historian historian;

    public Exchange(String source, Door door, Historian historian) {
        this.path = "/v1/sources/" + source + "/messages";
        this.door = door;
        this.historian = historian;
    }

    /** What came back, and what must be sent again. */
    public record Outcome(Optional<Door.Answer> answer, List<Message> left) {}

    public Outcome send(List<Message> messages) {
        historian.tries(messages);
        var answer =
                messages.size() == 1
                        ? door.post(path, "application/json", messages.getFirst().bytes())
                        : door.post(path, "application/x-ndjson", lines(messages));
        return new Outcome(answer, answer.map(got -> hear(messages, got)).orElse(messages));
    }

    private List<Message> hear(List<Message> messages, Door.Answer answer) {
        if (answer.status() == 202) {
            historian.acknowledges(messages, receipts(answer.json()));
            return List.of();
        }
        if (answer.json().has("receipts")) {
            return partly(messages, answer.json().path("receipts"));
        }
        boolean forGood = FOR_GOOD.contains(answer.status());
        if (forGood || answer.status() == 429) {
            historian.refuses(messages);
        }
        return forGood ? List.of() : messages;
    }

    /** A refusal that names the lines which were taken in all the same. */
    private List<Message> partly(List<Message> messages, JsonNode receipts) {
        var kept = new ArrayList<Message>();
        var texts = new ArrayList<String>();
        for (JsonNode receipt : receipts) {
            kept.add(messages.get(receipt.path("line").asInt() - 1));
            texts.add(receipt.path("receipt").asString());
        }
        historian.acknowledges(kept, texts);
        var left = new ArrayList<>(messages);
        kept.forEach(left::remove);
        return left;
    }

    private static List<String> receipts(JsonNode answer) {
        return answer.has("receipts")
                ? answer.path("receipts")
                        .valueStream()
                        .map(one -> one.path("receipt").asString())
                        .toList()
                : List.of(answer.path("receipt").asString());
    }

    private static byte[] lines(List<Message> messages) {
        var all = new ByteArrayOutputStream();
        for (Message message : messages) {
            all.writeBytes(message.bytes());
            all.write('\n');
        }
        return all.toByteArray();
    }
}
