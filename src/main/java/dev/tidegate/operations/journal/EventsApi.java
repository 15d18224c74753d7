package dev.tidegate.operations.journal;

import dev.tidegate.contract.EventType;
import dev.tidegate.contract.Fate;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The explorer of everything that came in. */
@RestController
@Tag(name = "Events")
class EventsApi {
    private final EventQueries events;

    EventsApi(EventQueries events) {
        this.events = events;
    }

    @GetMapping("/v1/events")
    @Needs(Scopes.ORDERS_READ)
    @Operation(summary = "Entries and their fates, newest first")
    Page<JournalEntry> list(
            Caller caller,
            @RequestParam Optional<String> key,
            @RequestParam @OneOf(of = EventType.class) Optional<String> type,
            @RequestParam Optional<String> source,
            @RequestParam @OneOf(of = Fate.class) Optional<String> fate,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> text,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var filter = new EventQueries.Filter(key, type, source, fate, from, to, text);
        return events.list(caller.tenant(), filter, cursor, Page.limit(limit));
    }
}
