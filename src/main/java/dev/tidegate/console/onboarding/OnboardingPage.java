package dev.tidegate.console.onboarding;

import dev.tidegate.console.frame.Pill;
import dev.tidegate.console.raw.RawText;
import dev.tidegate.contract.Fate;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.processing.suggestion.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A draft beside its sample.
 *
 * @param draft absent where there is no sample yet, or none that can be read
 * @param expression as it stands in the editor
 * @param events what that makes of the sample
 * @param problem why the last step was not done
 * @param done what was just done
 */
public record OnboardingPage(
        OnboardingForm form,
        Optional<Suggestion> draft,
        String expression,
        List<JsonNode> events,
        Optional<Problem> problem,
        Optional<String> done) {
    public static final List<String> TYPES =
            List.of("order", "shipment", "stock_movement", "stock_count");
    private static final double SURE = 0.9;
    private static final double LIKELY = 0.7;

    static OnboardingPage empty(OnboardingForm form) {
        return new OnboardingPage(
                form, Optional.empty(), "", List.of(), Optional.empty(), Optional.empty());
    }

    OnboardingPage withEvents(List<JsonNode> made) {
        return new OnboardingPage(form, draft, expression, made, problem, done);
    }

    OnboardingPage refused(Problem why) {
        return new OnboardingPage(form, draft, expression, events, Optional.of(why), done);
    }

    OnboardingPage done(String what) {
        return new OnboardingPage(form, draft, expression, events, problem, Optional.of(what));
    }

    /** Whether each entry of the sample would be applied. */
    public boolean isAlive() {
        return !events.isEmpty() && events.stream().noneMatch(OnboardingPage::isDead);
    }

    public static boolean isDead(JsonNode event) {
        return event.path("type").asString("").equals("dead_letter");
    }

    public static Pill sureness(Suggestion.Guess guess) {
        String told = Math.round(guess.confidence() * 100) + " %";
        return guess.confidence() >= SURE
                ? new Pill(told, "good", "applied")
                : guess.confidence() >= LIKELY
                        ? new Pill(told, "", "half")
                        : new Pill(told, "warn", "warning");
    }

    public static Pill fate(JsonNode event) {
        return Pill.of(isDead(event) ? Fate.DEAD : Fate.APPLIED);
    }

    public static String name(JsonNode event) {
        return isDead(event)
                ? event.at("/body/reason").asString("")
                : event.path("type").asString("").replace('_', ' ')
                        + " "
                        + event.path("key").asString("");
    }

    /** The first event that isn't dead, whole. */
    public Optional<RawText> first() {
        return events.stream()
                .filter(event -> !isDead(event))
                .findFirst()
                .map(event -> event.path("body").toString().getBytes(StandardCharsets.UTF_8))
                .map(body -> RawText.of(body, "", ""));
    }

    public String problemReason() {
        return problem.map(Problem::detail).orElse("");
    }

    public List<String> nextSteps() {
        return problem.map(Problem::nextSteps).orElse(List.of());
    }
}
