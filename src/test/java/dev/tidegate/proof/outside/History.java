package dev.tidegate.proof.outside;

import dev.tidegate.proof.outside.Historian.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The history file, read back. */
public final class History {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Entry> acknowledged = new ArrayList<>();
    private final Map<Letter, Told> letters = new HashMap<>();

    /** Equal bytes of one tenant and source can't be told apart, nor need they. */
    public record Letter(String tenant, String source, String sha256) {}

    /** How often a letter was sent, and what came back. */
    public static final class Told {
        private final Act act;
        private int tried;
        private int acknowledged;
        private int refused;

        private Told(Act act) {
            this.act = act;
        }

        public Act act() {
            return act;
        }

        /** It must be there at least so often... */
        public int atLeast() {
            return acknowledged;
        }

        /** ...and at most so often. */
        public int atMost() {
            return tried - refused;
        }
    }

    public static History read(Path file) throws IOException {
        var history = new History();
        try (var lines = Files.lines(file)) {
            lines.map(line -> JSON.readValue(line, Entry.class)).forEach(history::add);
        }
        return history;
    }

    private void add(Entry entry) {
        var message = entry.message();
        var letter = new Letter(message.tenant(), message.source(), message.sha256());
        var told = letters.computeIfAbsent(letter, l -> new Told(message.act()));
        switch (entry.kind()) {
            case TRIED -> told.tried++;
            case ACKNOWLEDGED -> {
                told.acknowledged++;
                acknowledged.add(entry);
            }
            case REFUSED -> told.refused++;
        }
        if (told.atMost() == 0) {
            // as good as never sent, and a flood has millions of them
            letters.remove(letter);
        }
    }

    /** Each acknowledgement with its receipt, in their order. */
    public List<Entry> acknowledged() {
        return acknowledged;
    }

    public Map<Letter, Told> letters() {
        return letters;
    }
}
