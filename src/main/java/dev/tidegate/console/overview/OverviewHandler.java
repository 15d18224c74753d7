package dev.tidegate.console.overview;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** {@code /console/overview}, and the part of it that renews itself. */
@Controller
final class OverviewHandler {
    private final Overview overview;
    private final Pages pages;

    OverviewHandler(Overview overview, Pages pages) {
        this.overview = overview;
        this.pages = pages;
    }

    @GetMapping("/console/overview")
    @Needs(Scopes.ORDERS_READ)
    View page(Caller caller) {
        return pages.page("overview/page", overview.of(caller.tenant()));
    }

    @GetMapping("/console/overview/live")
    @Needs(Scopes.ORDERS_READ)
    View live(Caller caller) {
        return pages.page("overview/live", overview.of(caller.tenant()));
    }
}
