package dev.tidegate.console.deadletters;

import dev.tidegate.console.frame.Asked;
import dev.tidegate.console.frame.Pages;
import dev.tidegate.console.frame.Section;
import dev.tidegate.console.raw.RawText;
import dev.tidegate.contract.RawReader;
import dev.tidegate.contract.Transcript;
import dev.tidegate.operations.journal.DeadLetter;
import dev.tidegate.operations.journal.DeadLetterDesk;
import dev.tidegate.operations.journal.DeadLetterId;
import dev.tidegate.operations.journal.DeadLetterQueries;
import dev.tidegate.platform.web.Caller;
import dev.tidegate.platform.web.Needs;
import dev.tidegate.platform.web.Problem;
import dev.tidegate.platform.web.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code /console/dead-letters}. */
@Controller
final class DeadLettersHandler {
    private static final int GROUPS_MAX = 50;

    private final DeadLetterQueries letters;
    private final DeadLetterDesk desk;
    private final RawReader raw;
    private final Transcript transcript;
    private final Pages pages;

    DeadLettersHandler(
            DeadLetterQueries letters,
            DeadLetterDesk desk,
            RawReader raw,
            Transcript transcript,
            Pages pages) {
        this.letters = letters;
        this.desk = desk;
        this.raw = raw;
        this.transcript = transcript;
        this.pages = pages;
    }

    @GetMapping("/console/dead-letters")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    View list(Caller caller, @RequestParam Map<String, String> parameters) {
        var asked = new Asked(Section.DEAD_LETTERS.path(), parameters);
        var filter =
                new DeadLetter.Filter(
                        asked.field("state").orElse("open"),
                        asked.field("class").orElse(null),
                        asked.field("code").orElse(null),
                        asked.field("source").orElse(null),
                        asked.field("fate").orElse(null),
                        asked.field("key").orElse(null));
        List<DeadLetter.Group> groups =
                asked.field("code").isPresent() || asked.cursor().isPresent()
                        ? List.of()
                        : letters.groups(caller.tenant(), filter, GROUPS_MAX);
        var found = letters.list(caller.tenant(), filter, asked.cursor(), Asked.ROWS);
        return pages.page("deadletters/list", new DeadLettersPage(asked, groups, found));
    }

    @GetMapping("/console/dead-letters/{id}")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    View one(Caller caller, @PathVariable String id) {
        return view(caller, find(caller, id), Optional.empty(), Optional.empty());
    }

    /** A dry run: it tells what would come of it, and does nothing. */
    @PostMapping("/console/dead-letters/{id}/preview")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    View preview(Caller caller, @PathVariable String id) {
        var letter = find(caller, id);
        var foreseen = desk.foresee(caller.tenant(), letter);
        return view(caller, letter, Optional.of(foreseen), Optional.empty());
    }

    @PostMapping("/console/dead-letters/{id}/reprocess")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    View reprocess(Caller caller, @PathVariable String id) {
        boolean asked = desk.reprocess(caller, find(caller, id));
        return view(
                caller,
                find(caller, id),
                Optional.empty(),
                Optional.of(
                        asked
                                ? "Its bytes are being read again. Its new fate shows here in a moment."
                                : "It is no longer open: nothing was done."));
    }

    @PostMapping("/console/dead-letters/{id}/discard")
    @Needs(Scopes.DEAD_LETTERS_OPERATE)
    View discard(Caller caller, @PathVariable String id) {
        boolean discarded = desk.discard(caller, find(caller, id));
        return view(
                caller,
                find(caller, id),
                Optional.empty(),
                Optional.of(
                        discarded
                                ? "Discarded. Its bytes stay in the log; what waited behind it goes on."
                                : "It is no longer open: nothing was done."));
    }

    private DeadLetter find(Caller caller, String id) {
        return DeadLetterId.parse(id)
                .flatMap(known -> letters.find(caller.tenant(), known))
                .orElseThrow(() -> missing().asException());
    }

    private View view(
            Caller caller,
            DeadLetter letter,
            Optional<List<DeadLetterDesk.Foreseen>> foreseen,
            Optional<String> done) {
        var bytes =
                raw.find(caller.tenant(), letter.event().address())
                        .map(kept -> kept.message().bytes())
                        .map(all -> shown(all, letter.ref(), letter.place()));
        return pages.page("deadletters/one", new DeadLetterPage(letter, bytes, foreseen, done));
    }

    private RawText shown(byte[] bytes, String ref, String place) {
        return RawText.of(bytes, transcript.rows(bytes, ref, place), ref, place);
    }

    private static Problem missing() {
        return Problem.of(
                404,
                "dead_letter_not_found",
                "There is no such dead letter",
                "No dead letter of yours has this id.",
                "Look among all dead letters, whatever their state.");
    }
}
