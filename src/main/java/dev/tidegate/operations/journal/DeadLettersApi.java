package dev.tidegate.operations.journal;

import dev.tidegate.contract.FailureClass;
import dev.tidegate.contract.RawReader;
import dev.tidegate.operations.excerpt.Excerpt;
import dev.tidegate.operations.excerpt.Excerpts;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.OneOf;
import dev.tidegate.platform.web.Page;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was not understood, and what waits. */
@RestController
@Tag(name = "Dead letters")
class DeadLettersApi {
    private final DeadLetterQueries deadLetters;
    private final RawReader raw;
    private final Excerpts excerpts;

    DeadLettersApi(DeadLetterQueries deadLetters, RawReader raw, Excerpts excerpts) {
        this.deadLetters = deadLetters;
        this.raw = raw;
        this.excerpts = excerpts;
    }

    /** A dead letter and the bytes around its place. */
    record Whole(
            @com.fasterxml.jackson.annotation.JsonUnwrapped DeadLetter deadLetter,
            @Nullable Excerpt excerpt) {}

    /** All groups there are, as a list without a next page. */
    record Groups(List<DeadLetter.Group> items) {}

    @GetMapping("/v1/dead-letters")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    @Operation(summary = "Dead letters, newest first; open ones unless state says otherwise")
    Page<DeadLetter> list(
            Caller caller,
            @RequestParam @OneOf({"open", "reprocessing", "resolved", "discarded", "any"})
                    Optional<String> state,
            @RequestParam(name = "class") @OneOf(of = FailureClass.class)
                    Optional<String> failureClass,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> source,
            @RequestParam @OneOf({"parked", "dead"}) Optional<String> fate,
            @RequestParam Optional<String> key,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        var filter = filter(state, failureClass, code, source, fate, key);
        return deadLetters.list(caller.tenant(), filter, cursor, Page.limit(limit));
    }

    @GetMapping("/v1/dead-letters/groups")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    @Operation(summary = "Dead letters by class, code and source, the most first")
    Groups groups(
            Caller caller,
            @RequestParam @OneOf({"open", "reprocessing", "resolved", "discarded", "any"})
                    Optional<String> state,
            @RequestParam(name = "class") @OneOf(of = FailureClass.class)
                    Optional<String> failureClass,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> source,
            @RequestParam @OneOf({"parked", "dead"}) Optional<String> fate,
            @RequestParam Optional<String> key,
            @RequestParam Optional<Integer> limit) {
        var filter = filter(state, failureClass, code, source, fate, key);
        return new Groups(deadLetters.groups(caller.tenant(), filter, Page.limit(limit)));
    }

    @GetMapping("/v1/dead-letters/{id}")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    @Operation(summary = "A dead letter and the bytes around what is wrong")
    Whole find(Caller caller, @PathVariable String id) {
        var found =
                DeadLetterId.parse(id)
                        .flatMap(number -> deadLetters.find(caller.tenant(), number))
                        .orElseThrow(() -> notFound().asException());
        var excerpt =
                raw.find(caller.tenant(), found.event().address())
                        .map(
                                kept ->
                                        excerpts.around(
                                                kept.message().bytes(),
                                                found.ref(),
                                                found.place()));
        return new Whole(found, excerpt.orElse(null));
    }

    private static DeadLetter.Filter filter(
            Optional<String> state,
            Optional<String> failureClass,
            Optional<String> code,
            Optional<String> source,
            Optional<String> fate,
            Optional<String> key) {
        return new DeadLetter.Filter(
                state.orElse(null),
                failureClass.orElse(null),
                code.orElse(null),
                source.orElse(null),
                fate.orElse(null),
                key.orElse(null));
    }

    static Problem notFound() {
        return Problem.of(
                404,
                "dead_letter_not_found",
                "There is no such dead letter",
                "No dead letter of yours has this id.",
                "List them: GET /v1/dead-letters?state=any");
    }
}
