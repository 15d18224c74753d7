package dev.tidegate.console.mappings;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.source.MappingRevision;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemException;
import dev.tidegate.platform.web.Scopes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
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
                receipt.map(one -> samples.ofReceipt(caller, one))
                        .orElseGet(() -> samples.ofCase(caller, name, goldenCase));
        return page(
                HttpStatus.OK,
                caller,
                new Shown(shown, shown.expression(), sample),
                Optional.empty(),
                Optional.empty());
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
        var form = new StudioForm(fields);
        return done(
                caller,
                version(caller, name, form),
                form,
                _ -> {
                    var kept = keep(caller, name, form);
                    return new Done(
                            kept,
                            "Kept as draft " + kept.version() + ". No source reads by it yet.");
                });
    }

    /** What was typed since it was kept is kept first: what is published is what is shown. */
    @PostMapping("/console/mappings/{name}/studio/publish")
    @Needs(Scopes.MAPPINGS_WRITE)
    View publish(
            Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        var form = new StudioForm(fields);
        var shown = version(caller, name, form);
        try {
            shown = form.differs(shown) ? keep(caller, name, form) : shown;
            shown = studio.publish(caller, name, shown.version());
            return told(
                    caller,
                    form,
                    shown,
                    "Published as %s@%d. A source reads by it once its definition names it."
                            .formatted(name, shown.version()));
        } catch (ProblemException refused) {
            return refused(caller, form, shown, refused.problem());
        }
    }

    /** What the expression makes of the sample now is what it has to make of it from now on. */
    @PostMapping("/console/mappings/{name}/studio/case")
    @Needs(Scopes.MAPPINGS_WRITE)
    View golden(
            Caller caller, @PathVariable String name, @RequestParam Map<String, String> fields) {
        var form = new StudioForm(fields);
        return done(
                caller,
                version(caller, name, form),
                form,
                version -> {
                    studio.keep(caller, name, form.text("case"), form.sample(), form.expression());
                    return new Done(version, "Kept as golden case " + form.text("case") + ".");
                });
    }

    private MappingRevision keep(Caller caller, String name, StudioForm form) {
        return studio.draft(caller, name, form.version(), form.expression(), form.text("note"));
    }

    /** What came of a button: the version that is shown now, and a sentence. */
    private record Done(MappingRevision version, String told) {}

    /** A refusal is shown beside what was typed, so that nothing is typed twice. */
    private View done(
            Caller caller,
            MappingRevision version,
            StudioForm form,
            Function<MappingRevision, Done> work) {
        try {
            var done = work.apply(version);
            return told(caller, form, done.version(), done.told());
        } catch (ProblemException refused) {
            return refused(caller, form, version, refused.problem());
        }
    }

    private View told(Caller caller, StudioForm form, MappingRevision version, String sentence) {
        return page(
                HttpStatus.OK,
                caller,
                new Shown(version, form.expression(), sample(form)),
                Optional.of(sentence),
                Optional.empty());
    }

    private View refused(Caller caller, StudioForm form, MappingRevision version, Problem problem) {
        return page(
                HttpStatus.valueOf(problem.status()),
                caller,
                new Shown(version, form.expression(), sample(form)),
                Optional.empty(),
                Optional.of(problem));
    }

    private static Samples.Shown sample(StudioForm form) {
        return new Samples.Shown(
                form.text("source"), form.text("content_type"), form.text("content"));
    }

    /** The one that the form was opened with; not found where there is no such mapping. */
    private MappingRevision version(Caller caller, String name, StudioForm form) {
        return form.version()
                .map(one -> studio.version(caller.tenant(), name, one))
                .orElseGet(() -> newest(caller, name));
    }

    private MappingRevision newest(Caller caller, String name) {
        return studio.versions(caller.tenant(), name, 1).getFirst();
    }

    /** What stands on the bench. */
    private record Shown(MappingRevision version, String expression, Samples.Shown sample) {}

    private View page(
            HttpStatus status,
            Caller caller,
            Shown shown,
            Optional<String> done,
            Optional<Problem> problem) {
        var tenant = caller.tenant();
        var name = shown.version().name();
        return pages.page(
                status,
                "mappings/studio",
                new StudioPage(
                        shown.version(),
                        shown.expression(),
                        shown.sample(),
                        studio.sources(tenant, name),
                        studio.cases(tenant, name),
                        samples.newest(caller, shown.sample().source()),
                        studio.isReviewed(tenant, name),
                        done,
                        problem));
    }
}
