package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.ProblemException;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * {@code /console/mappings/{name}/studio}: a mapping is written beside what it makes of a sample.
 */
@Controller
final class StudioHandler {
    private static final int VERSIONS = 50;

    private final MappingStudio studio;
    private final Samples samples;
    private final Pages pages;

    StudioHandler(MappingStudio studio, Samples samples, Pages pages) {
        this.studio = studio;
        this.samples = samples;
        this.pages = pages;
    }

    @GetMapping("/console/mappings/{name}/studio")
    @Needs(Scopes.MAPPINGS_READ)
    View open(
            Caller caller,
            @PathVariable String name,
            @RequestParam("version") Optional<Integer> version,
            @RequestParam("case") Optional<String> goldenCase,
            @RequestParam("receipt") Optional<String> receipt) {
        var shown =
                version.map(one -> studio.version(caller.tenant(), name, one))
                        .orElseGet(() -> newest(caller, name));
        var sample =
                receipt.map(one -> samples.ofReceipt(caller.tenant(), one))
                        .orElseGet(() -> samples.ofCase(caller.tenant(), name, goldenCase));
        return page(caller, shown, shown.expression(), sample, Optional.empty());
    }

    /** A dry run, as somebody types. */
    @PostMapping("/console/mappings/{name}/studio/try")
    @Needs(Scopes.MAPPINGS_READ)
    View attempt(
            Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        newest(caller, name);
        return pages.page("mappings/result", result(caller, name, new StudioForm(fields)));
    }

    private StudioResult result(Caller caller, String name, StudioForm form) {
        var tenant = caller.tenant();
        byte[] content = new byte[0];
        try {
            var sample = form.sample();
            content = sample.content();
            var fault = studio.fault(form.expression());
            return fault.isPresent()
                    ? StudioResult.faulty(content, fault.get().detail())
                    : StudioResult.of(
                            content,
                            studio.attempt(tenant, name, sample, form.expression()),
                            studio.lint(form.expression()),
                            studio.tryCases(tenant, name, form.expression()));
        } catch (ProblemException refused) {
            return StudioResult.faulty(content, refused.problem().detail());
        }
    }

    @PostMapping("/console/mappings/{name}/studio/draft")
    @Needs(Scopes.MAPPINGS_WRITE)
    View draft(Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        newest(caller, name);
        var form = new StudioForm(fields);
        var kept = studio.draft(caller, name, form.version(), form.expression(), form.text("note"));
        return page(
                caller,
                kept,
                kept.expression(),
                shown(form),
                Optional.of("Kept as draft " + kept.version() + ". No source reads it yet."));
    }

    /** Keeps what was typed as a draft, then publishes that. */
    @PostMapping("/console/mappings/{name}/studio/publish")
    @Needs(Scopes.MAPPINGS_WRITE)
    View publish(
            Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        newest(caller, name);
        var form = new StudioForm(fields);
        var draft = form.version().map(version -> studio.version(caller.tenant(), name, version));
        var kept =
                draft.filter(one -> one.expression().equals(form.expression()))
                        .orElseGet(
                                () ->
                                        studio.draft(
                                                caller,
                                                name,
                                                form.version(),
                                                form.expression(),
                                                form.text("note")));
        var published = studio.publish(caller, name, kept.version());
        return page(
                caller,
                published,
                published.expression(),
                shown(form),
                Optional.of(
                        "Published as "
                                + name
                                + "@"
                                + published.version()
                                + ". Sources that name the mapping without a version read by it"
                                + " from the next message on."));
    }

    /** What the expression makes of the sample now is what it has to make of it from now on. */
    @PostMapping("/console/mappings/{name}/studio/case")
    @Needs(Scopes.MAPPINGS_WRITE)
    View keep(Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        var newest = newest(caller, name);
        var form = new StudioForm(fields);
        studio.keep(caller, name, form.text("case"), form.sample(), form.expression());
        var version =
                form.version()
                        .map(one -> studio.version(caller.tenant(), name, one))
                        .orElse(newest);
        return page(
                caller,
                version,
                form.expression(),
                shown(form),
                Optional.of("Kept as golden case " + form.text("case") + "."));
    }

    private static Samples.Shown shown(StudioForm form) {
        return new Samples.Shown(
                form.text("source"), form.text("content_type"), form.text("content"));
    }

    private MappingRevision newest(Caller caller, String name) {
        return studio.versions(caller.tenant(), name, 1).getFirst();
    }

    private View page(
            Caller caller,
            MappingRevision version,
            String expression,
            Samples.Shown sample,
            Optional<String> done) {
        var tenant = caller.tenant();
        return pages.page(
                "mappings/studio",
                new StudioPage(
                        version,
                        studio.versions(tenant, version.name(), VERSIONS),
                        expression,
                        sample,
                        studio.sources(tenant, version.name()),
                        studio.cases(tenant, version.name()),
                        studio.isReviewed(tenant, version.name()),
                        done));
    }
}
