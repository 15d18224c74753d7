package dev.tidegate.console.events;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.governance.accounting.AccountingQueries;
import dev.tidegate.operations.journal.EventQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/events}. */
@Controller
final class EventsHandler {
    private final EventQueries events;
    private final AccountingQueries accounting;
    private final Pages pages;
    private final Clock clock;

    EventsHandler(EventQueries events, AccountingQueries accounting, Pages pages, Clock clock) {
        this.events = events;
        this.accounting = accounting;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/console/events")
    @Needs(Scopes.ORDERS_READ)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.EVENTS.path(), parameters);
        var found = events.list(caller.tenant(), filter(asked), asked.cursor(), Asked.ROWS);
        var sources =
                accounting.flows(caller.tenant()).stream()
                        .map(AccountingQueries.Flow::source)
                        .toList();
        return pages.page("events/list", new EventsPage(asked, found, sources));
    }

    private EventQueries.Filter filter(Asked asked) {
        return new EventQueries.Filter(
                asked.field("key"),
                asked.field("type"),
                asked.field("source"),
                asked.field("fate"),
                asked.field("since").flatMap(Since::of).map(s -> clock.instant().minus(s.length())),
                Optional.empty(),
                asked.field("q"));
    }
}
