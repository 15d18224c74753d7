package dev.tidegate.console.events;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pill;
import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Fate;
import dev.tidegate.operations.journal.JournalEntry;
import dev.tidegate.platform.web.Page;
import java.util.Arrays;
import java.util.List;

/**
 * What the explorer shows.
 *
 * @param sources to choose from: those that ever sent something
 */
public record EventsPage(Asked asked, Page<JournalEntry> events, List<String> sources) {
    /** Spans to choose from; keys of {@link Since}. */
    public static List<String> spans() {
        return Arrays.stream(Since.values()).map(Since::label).toList();
    }

    public static List<String> types() {
        return Arrays.stream(EventType.values()).map(EventType::label).toList();
    }

    public static List<String> fates() {
        return Arrays.stream(Fate.values()).map(Fate::label).toList();
    }

    public static Pill fate(JournalEntry event) {
        return Pill.of(Fate.of(event.fate()));
    }

    public static String link(JournalEntry event) {
        return "/console/events/" + event.receipt() + "#entry-" + event.index();
    }
}
