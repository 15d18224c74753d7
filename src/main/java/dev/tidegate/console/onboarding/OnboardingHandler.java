package dev.tidegate.console.onboarding;

import dev.tidegate.console.frame.Pages;
import dev.tidegate.governance.source.Onboarding;
import dev.tidegate.platform.SourceId;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.ProblemException;
import dev.tidegate.platform.web.Scopes;
import dev.tidegate.processing.suggestion.Suggestion;
import dev.tidegate.processing.suggestion.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/** {@code /console/onboarding}. */
@Controller
final class OnboardingHandler {
    private static final String PAGE = "onboarding/page";

    private final Suggestions suggestions;
    private final Onboarding onboarding;
    private final Pages pages;

    OnboardingHandler(Suggestions suggestions, Onboarding onboarding, Pages pages) {
        this.suggestions = suggestions;
        this.onboarding = onboarding;
        this.pages = pages;
    }

    @GetMapping("/console/onboarding")
    @Needs(Scopes.MAPPINGS_WRITE)
    View start(Caller caller) {
        return pages.page(PAGE, OnboardingPage.empty(new OnboardingForm(Map.of())));
    }

    /** Drafts, tries, keeps or publishes, as the pressed button says. */
    @PostMapping("/console/onboarding")
    @Needs(Scopes.MAPPINGS_WRITE)
    View step(Caller caller, @RequestParam Map<String, String> fields) {
        var form = new OnboardingForm(fields);
        return pages.page(PAGE, page(caller, form));
    }

    private OnboardingPage page(Caller caller, OnboardingForm form) {
        try {
            var draft =
                    suggestions.of(caller.tenant(), form.contentType(), form.sample(), form.wish());
            return page(caller, form, draft);
        } catch (ProblemException refused) {
            return OnboardingPage.empty(form).refused(refused.problem());
        }
    }

    private OnboardingPage page(Caller caller, OnboardingForm form, Suggestion draft) {
        String expression =
                form.step().equals("draft")
                        ? draft.expression()
                        : form.written().orElse(draft.expression());
        var page =
                new OnboardingPage(
                        form,
                        Optional.of(draft),
                        expression,
                        draft.events(),
                        Optional.empty(),
                        Optional.empty());
        try {
            return done(caller, page.withEvents(tried(caller, form, draft, expression)));
        } catch (ProblemException refused) {
            return page.refused(refused.problem());
        }
    }

    private List<JsonNode> tried(
            Caller caller, OnboardingForm form, Suggestion draft, String expression) {
        return expression.equals(draft.expression())
                ? draft.events()
                : suggestions.tried(
                        caller.tenant(), draft, expression, form.contentType(), form.sample());
    }

    private OnboardingPage done(Caller caller, OnboardingPage page) {
        return switch (page.form().step()) {
            case "publish" -> published(caller, page);
            case "keep" ->
                    page.done(
                            "Kept as the draft "
                                    + onboarding.keepDraft(caller, plan(page))
                                    + ". Its source and golden case come with its publication.");
            default -> page;
        };
    }

    private OnboardingPage published(Caller caller, OnboardingPage page) {
        if (!page.isAlive()) {
            return page.refused(
                    Problem.of(
                            422,
                            "golden_case_fails",
                            "The sample isn't read whole",
                            "An entry of the sample would be dead, so nothing was published.",
                            "Fill the holes, or mend the expression and try it."));
        }
        String label = onboarding.publish(caller, plan(page));
        return page.done(
                "Published "
                        + label
                        + ". What is sent to /v1/sources/"
                        + page.form().source()
                        + "/messages is read by it from now on; the sample is kept as its golden"
                        + " case.");
    }

    private static Onboarding.Plan plan(OnboardingPage page) {
        var form = page.form();
        var draft = page.draft().orElseThrow();
        return new Onboarding.Plan(
                source(form.source()),
                draft.adapter(),
                draft.parameters(),
                draft.type(),
                page.expression(),
                form.contentType(),
                form.sample(),
                page.events());
    }

    private static SourceId source(String name) {
        try {
            return new SourceId(name);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            422,
                            "invalid_field",
                            "A field has no usable value",
                            "'" + name + "' is no name of a source.",
                            "Use lower-case letters, digits and dashes, such as acme-orders.")
                    .asException();
        }
    }
}
