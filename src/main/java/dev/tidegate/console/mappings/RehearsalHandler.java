package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.accounting.Span;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.ProblemAdvice;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/mappings/{name}/studio/rehearsal}: started, watched, and its report read. */
@Controller
final class RehearsalHandler {
    private final MappingStudio studio;
    private final RehearsalDesk desk;
    private final Pages pages;

    RehearsalHandler(MappingStudio studio, RehearsalDesk desk, Pages pages) {
        this.studio = studio;
        this.desk = desk;
        this.pages = pages;
    }

    /** Of all that the log still holds of the source. */
    @PostMapping("/console/mappings/{name}/studio/rehearsal")
    @Needs(Scopes.MAPPINGS_READ)
    View start(Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        studio.versions(caller.tenant(), name, 1);
        var form = new StudioForm(fields);
        var fault = studio.fault(form.expression());
        if (fault.isPresent()) {
            return view(
                    new RehearsalPage("", 0, Optional.empty(), Optional.of(fault.get().detail())));
        }
        var all = new Span(Optional.empty(), Optional.empty());
        var started =
                desk.start(
                        caller.tenant(),
                        read ->
                                studio.rehearse(
                                        caller.tenant(),
                                        form.text("source"),
                                        form.expression(),
                                        all,
                                        read),
                        thrown -> ProblemAdvice.problemOf(thrown).detail());
        return view(page(name, started));
    }

    @GetMapping("/console/mappings/{name}/studio/rehearsal")
    @Needs(Scopes.MAPPINGS_READ)
    View look(
            Caller caller,
            @PathVariable String name,
            @RequestParam("number") Optional<Long> number) {
        studio.versions(caller.tenant(), name, 1);
        return view(
                number.flatMap(told -> desk.find(caller.tenant(), told))
                        .map(found -> page(name, found))
                        .orElseGet(
                                () ->
                                        new RehearsalPage(
                                                "",
                                                0,
                                                Optional.empty(),
                                                Optional.of(
                                                        "This rehearsal is no longer known here;"
                                                                + " start it again."))));
    }

    private static RehearsalPage page(String name, RehearsalDesk.Running running) {
        return new RehearsalPage(
                "/console/mappings/" + name + "/studio/rehearsal?number=" + running.number,
                running.messages(),
                running.report(),
                running.refusal());
    }

    private View view(RehearsalPage page) {
        return pages.page("mappings/rehearsal", page);
    }
}
